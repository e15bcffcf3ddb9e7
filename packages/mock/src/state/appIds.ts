import { Refusal } from '../base/Refusal.ts'
import type { Clock } from '../base/clock.ts'
import type { Customers } from './contacts.ts'
import type { GroupChats } from './groupchat.ts'
import type { App } from './members.ts'
import { isTemplate, type ProviderState } from './provider.ts'

/**
 * Kind of objects whose ids depend on the app. The corp's own apps and the apps of a service provider (服务商) receive
 * different ids for the same customer or group chat.
 */
export type IdKind = 'customers' | 'chats'

interface IdParts {
  readonly clock: Clock
  readonly provider: ProviderState
  readonly customers: Customers
  readonly groupChats: GroupChats
}

const customerFields: ReadonlySet<string> = new Set([
  'external_userid',
  'external_userid_list',
  'userid',
  'oper_userid',
  'fail_list',
  'ExternalUserID',
  'Item',
])

const chatFields: ReadonlySet<string> = new Set(['chat_id', 'chat_id_list', 'ChatId'])

function usesProviderCustomerIds({ provider }: IdParts, { suite_id }: App): boolean {
  return suite_id !== undefined && (provider.get()?.migrated.includes(3) ?? false)
}

/**
 * Returns whose group chat ids an app uses: the corp's, or the service provider's (服务商). `either` means that the app is
 * changing to the provider's ids. The app may then send both kinds, and still receives the corp's ids.
 */
export function chatIdsOf({ clock }: { readonly clock: Clock }, app: App): 'corp' | 'either' | 'provider' {
  const { suite_id, chat_id_upgrade_at } = app
  if (suite_id === undefined) return 'corp'
  if (!isTemplate(suite_id)) return 'provider'
  if (chat_id_upgrade_at === undefined) return 'corp'
  return clock.seconds() < chat_id_upgrade_at ? 'either' : 'provider'
}

/**
 * Replaces a service provider's (服务商) ids in API parameters by the corp's ids. Ids of the kind `except` stay unchanged.
 *
 * Some apps must send the provider's ids. If such an app sends an id of the corp, the function replaces the id by an
 * unknown id. The fake corp then refuses the parameters, as WeCom does.
 */
export function toCorpIds<Value>(corp: IdParts, app: App | undefined, value: Value, except?: IdKind): Value {
  if (app?.suite_id === undefined) return value
  const chatIds = except === 'chats' ? 'corp' : chatIdsOf(corp, app)
  const chatId = chatIds === 'either' ? (id: string) => (isServiceId(id) ? fromServiceId(id) : id) : swapChatId(corp)
  return mapIds(
    value,
    except !== 'customers' && usesProviderCustomerIds(corp, app) ? swapCustomerId(corp) : undefined,
    chatIds === 'corp' ? undefined : chatId,
  )
}

export function toAppIds<Value>(corp: IdParts, app: App | undefined, value: Value, except?: IdKind): Value {
  if (app?.suite_id === undefined) return value
  return mapIds(
    value,
    except !== 'customers' && usesProviderCustomerIds(corp, app) ? swapCustomerId(corp) : undefined,
    except !== 'chats' && chatIdsOf(corp, app) === 'provider' ? swapChatId(corp) : undefined,
  )
}

type MapId = (id: string) => string

function swapCustomerId({ customers }: IdParts): MapId {
  return (id) => ([id, otherId(id)].some((one) => customers.find(one)) ? otherId(id) : id)
}

function swapChatId({ groupChats }: IdParts): MapId {
  return (id) => ([id, otherId(id)].some((one) => groupChats.find(one)) ? otherId(id) : id)
}

function mapIds<Value>(value: Value, customerId: MapId | undefined, chatId: MapId | undefined): Value {
  if (!customerId && !chatId) return value
  const map = (part: unknown, field: string): unknown => {
    if (typeof part === 'string') {
      if (customerFields.has(field)) return customerId?.(part) ?? part
      return (chatFields.has(field) ? chatId?.(part) : undefined) ?? part
    }
    if (Array.isArray(part)) return part.map((item) => map(item, field))
    // Uploaded files are not plain objects, so they are not copied.
    if (typeof part !== 'object' || part === null || Object.getPrototypeOf(part) !== Object.prototype) return part
    return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, map(inner, name)]))
  }
  return map(value, '') as Value
}

// A provider's id contains the corp's id, so that tests can predict it. WeCom's ids for providers do not.
// E.g. `wm1` becomes `wmSvc_1`.
const mark = 'Svc_'

export function toServiceId(id: string): string {
  if (isServiceId(id)) return id
  return `${id.slice(0, 2)}${mark}${id.slice(2)}`
}

export function fromServiceId(id: string): string {
  if (!isServiceId(id)) throw new Refusal(40096)
  return `${id.slice(0, 2)}${id.slice(2 + mark.length)}`
}

function otherId(id: string): string {
  return isServiceId(id) ? fromServiceId(id) : toServiceId(id)
}

function isServiceId(id: string): boolean {
  return id.startsWith(mark, 2)
}
