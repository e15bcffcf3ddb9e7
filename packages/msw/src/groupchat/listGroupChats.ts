import { type GroupChatOwnerFilter, type ListedGroupChat, listGroupChatsEndpoint } from '@wecom/groupchat'
import { type Served, serve } from '../serve/serve.ts'
import type { App } from '../tenant/apps.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { everybodyInSight } from './everybodyInSight.ts'
import { groupChatStatus } from './groupChatStatus.ts'
import { isCustomerGroup, isOwnerInRange } from './visibleGroupChats.ts'

export const listGroupChatsServed: Served = serve(
  listGroupChatsEndpoint,
  (tenant, { status_filter = 0, owner_filter, cursor, limit, offset }, { app }) => {
    const isOwner = chooseOwners(tenant, app, owner_filter)
    const list = (): ListedGroupChat[] =>
      tenant.groupChats
        .list()
        .filter((chat) => chat.dismissed_at === undefined && isCustomerGroup(tenant, chat) && isOwner(chat.owner))
        .map((chat) => ({ chat_id: chat.chat_id, status: groupChatStatus(tenant, chat) }))
        .filter(({ status }) => status_filter === 0 || status === status_filter)
    if (offset !== undefined) return { group_chat_list: list().slice(offset, offset + limit) }

    const { items, next_cursor = '' } = tenant.cursors.page({
      scope: ['listGroupChats', app.name, status_filter, JSON.stringify(owner_filter ?? {})],
      cursor,
      limit,
      list,
    })
    return { group_chat_list: items, next_cursor }
  },
  { empty: { group_chat_list: [] } },
)

/** Whose groups are listed. Those of owners who left are only for who names the owner. */
function chooseOwners(
  tenant: Tenant,
  app: App,
  { userid_list = [], partyid_list = [] }: GroupChatOwnerFilter = {},
): (owner: string) => boolean {
  if (userid_list.length === 0 && partyid_list.length === 0) {
    const people = new Set(everybodyInSight(tenant, app).map(({ userid }) => userid))
    return (owner) => people.has(owner)
  }
  return (owner) => {
    const member = tenant.members.find(owner)
    const isMeant =
      userid_list.includes(owner) ||
      (member !== undefined && tenant.members.covers({ userid: [], partyid: partyid_list }, member))
    return isMeant && isOwnerInRange(tenant, app, owner)
  }
}
