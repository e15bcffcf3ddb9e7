import type { Tenant } from '../tenant/Tenant.ts'

/** Whether what a member sends to a customer arrives: both have each other. */
export function areFriends({ follows }: Tenant, userid: string, external_userid: string): boolean {
  const follow = follows.find(userid, external_userid)
  return follow !== undefined && follow.customer_left_at === undefined
}

/** Whether a member owns a group that is still there. */
export function ownsGroup({ groupChats }: Tenant, userid: string, chat_id: string): boolean {
  return groupChats.ofOwner(userid).some((chat) => chat.chat_id === chat_id)
}
