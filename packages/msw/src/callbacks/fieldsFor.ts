import type { CallbackSettings } from './CallbackSettings.ts'
import type { App } from '../tenant/apps.ts'
import { isOwnerInRange } from '../groupchat/visibleGroupChats.ts'
import type { EventValue, TenantEvent } from '../tenant/events.ts'
import type { Keyed } from '../tenant/Keyed.ts'
import { speaksOfServiceIds, swapIds } from '../tenant/providerIds.ts'
import { isTemplate } from '../tenant/provider.ts'
import type { Tenant } from '../tenant/Tenant.ts'

/** An event with all that its receiver finds in it. */
export type EventFields = Readonly<Record<string, EventValue | undefined>>

/**
 * An event as an app of the corp gets it, or the instruction URL of a suite.
 *
 * @returns nothing where the receiver does not hear of the event: it is for a suite or another app, or about a member or a
 *   group out of its sight.
 */
export function fieldsFor(
  tenant: Tenant,
  { suiteId, agentId }: CallbackSettings,
  event: TenantEvent,
): EventFields | undefined {
  if (suiteId === undefined) {
    const app = agentId === undefined ? tenant.apps.list()[0] : tenant.apps.withAgentid(agentId)
    return !isOfSuite(event) && sees(tenant, app, event) ? appForm(tenant, inIdsOf(tenant, app, event)) : undefined
  }
  if (isOfSuite(event)) return event['SuiteId'] === suiteId ? suiteForm(event) : undefined
  // Customers' events of a provider-developed app come to the app, not to its template.
  const app = tenant.apps.ofSuite(suiteId)
  if (isTemplate(suiteId) || !sees(tenant, app, event)) return undefined
  return { SuiteId: suiteId, AuthCorpId: tenant.corpId, ...suiteForm(inIdsOf(tenant, app, event)) }
}

function inIdsOf(tenant: Tenant, app: App | undefined, event: TenantEvent): TenantEvent {
  return speaksOfServiceIds(tenant, app) ? swapIds(tenant, event) : event
}

/** Whether an event is about a suite itself, not about what happened in the corp. */
export function isOfSuite(event: TenantEvent): boolean {
  return 'SuiteId' in event
}

function appForm(tenant: Tenant, event: TenantEvent): EventFields {
  return { ToUserName: tenant.corpId, FromUserName: 'sys', MsgType: 'event', ...event }
}

function suiteForm({ Event, CreateTime, ...fields }: TenantEvent): EventFields {
  return { ...fields, InfoType: Event, TimeStamp: CreateTime }
}

function sees(tenant: Tenant, app: App | undefined, { UserID, ChatId, JobId }: TenantEvent): boolean {
  if (!app) return false
  // Files are fetched for one app, whatever else it may do.
  const job = find(tenant.mediaJobs, JobId)
  if (job) return job.app === app.name
  if (!app.customer_contact) return false
  const chat = find(tenant.groupChats, ChatId)
  if (chat && !isOwnerInRange(tenant, app, chat.owner)) return false
  const member = find(tenant.members, UserID)
  return !member || tenant.members.isVisible(app, member)
}

function find<Row extends object>(rows: Keyed<Row>, id: EventValue | undefined): Row | undefined {
  return typeof id === 'string' ? rows.find(id) : undefined
}
