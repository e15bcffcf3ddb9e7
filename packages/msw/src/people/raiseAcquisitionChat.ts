import type { TenantEvent } from '../tenant/events.ts'
import type { Tenant } from '../tenant/Tenant.ts'

/** Messages after which apps are told how a chat goes. */
const toldAt: readonly number[] = [3, 5, 10]

/** Tells of a message that a customer has just written, if they came by an acquisition link. */
export function raiseAcquisitionChat(tenant: Tenant, userid: string, external_userid: string): TenantEvent[] {
  const customer = tenant.acquisition.lastUse(userid, external_userid)
  if (!customer) return []
  const { link_id, state, at } = customer
  const recv_msg_cnt = tenant.conversations.countFromCustomer(userid, external_userid, at)
  const Event = 'customer_acquisition'
  if (recv_msg_cnt === 1 && tenant.customers.find(external_userid)?.type === 1) {
    const ChangeType = 'customer_start_chat'
    return [tenant.events.add({ Event, ChangeType, UserID: userid, ExternalUserID: external_userid })]
  }
  if (!toldAt.includes(recv_msg_cnt)) return []
  const ChatKey = tenant.chatKeys.issue({ ...customer, recv_msg_cnt })
  const ChangeType = 'message_from_customer'
  return [tenant.events.add({ Event, ChangeType, LinkId: link_id, ...(state && { State: state }), ChatKey })]
}
