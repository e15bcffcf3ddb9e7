import { Refusal } from '../Refusal.ts'
import type { App } from '../tenant/apps.ts'
import type { GroupChat } from '../tenant/groupChats.ts'
import type { Tenant } from '../tenant/Tenant.ts'

/** Whether a group counts as a customer group: its owner has, or had until they left, the customer-contact feature. */
export function isCustomerGroup(tenant: Tenant, { owner }: GroupChat): boolean {
  return tenant.members.find(owner)?.customer_contact ?? false
}

/** Whether an app's range covers an owner. Those who left stay in it, or nobody could inherit from them. */
export function isOwnerInRange(tenant: Tenant, app: App, userid: string): boolean {
  const member = tenant.members.find(userid)
  return member !== undefined && (app.visible === undefined || tenant.members.covers(app.visible, member))
}

/**
 * The customer group that an app sees under an id.
 *
 * @throws {Refusal} 40050: there is none. 49008: it is dismissed. 60011: its owner is out of the app's range.
 */
export function visibleGroupChat(tenant: Tenant, app: App, chat_id: string): GroupChat {
  const chat = tenant.groupChats.find(chat_id)
  if (!chat) throw new Refusal(40050)
  if (!isCustomerGroup(tenant, chat)) throw new Refusal(90501)
  if (!isOwnerInRange(tenant, app, chat.owner)) throw new Refusal(60011)
  if (chat.dismissed_at !== undefined) throw new Refusal(49008)
  return chat
}
