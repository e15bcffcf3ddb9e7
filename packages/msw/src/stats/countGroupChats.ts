import type { GroupChatStats } from '@wecom/stats'
import { isCustomerGroup } from '../groupchat/visibleGroupChats.ts'
import { startOfBeijingDay } from '../tenant/beijingTime.ts'
import type { GroupMessage } from '../tenant/conversations.ts'
import { type GroupChat, ownerAt } from '../tenant/groupChats.ts'
import type { Tenant } from '../tenant/Tenant.ts'

/** The customer groups that members ever owned by the end of a day, those that were dismissed since included. */
export function groupChatsUntil(tenant: Tenant, owners: ReadonlySet<string>, lastDay: number): GroupChat[] {
  const until = startOfBeijingDay(lastDay + 1)
  return tenant.groupChats
    .list()
    .filter((chat) => chat.create_time < until && owners.has(ownerAt(chat, until - 1)) && isCustomerGroup(tenant, chat))
}

/** Figures of the groups of some owners: what was new from the first day to the last, and what there was at its end. */
export function countGroupChats(
  tenant: Tenant,
  owners: ReadonlySet<string>,
  firstDay: number,
  lastDay: number,
): GroupChatStats {
  const [from, until] = [startOfBeijingDay(firstDay), startOfBeijingDay(lastDay + 1)]
  const chats = groupChatsUntil(tenant, owners, lastDay)
  const standing = chats.filter(({ dismissed_at }) => dismissed_at === undefined || dismissed_at >= until)
  const messages = messagesUntil(tenant, until)
  const present = standing.flatMap(({ chat_id, members }) =>
    members.flatMap(({ userid, join_time, left_at }) =>
      join_time < until && (left_at === undefined || left_at >= until) ? [{ chat_id, userid }] : [],
    ),
  )
  return {
    new_chat_cnt: chats.filter(({ create_time }) => create_time >= from).length,
    chat_total: standing.length,
    chat_has_msg: standing.filter(({ chat_id }) => messages.has(chat_id)).length,
    new_member_cnt: chats.flatMap(({ members }) => members).filter(isWithin(from, until)).length,
    member_total: present.length,
    member_has_msg: present.filter(({ chat_id, userid }) =>
      messages.get(chat_id)?.some(({ from: sender }) => sender === userid),
    ).length,
    msg_total: chats.reduce((sum, { chat_id }) => sum + (messages.get(chat_id)?.length ?? 0), 0),
  }
}

function messagesUntil(tenant: Tenant, until: number): Map<string, GroupMessage[]> {
  return Map.groupBy(
    tenant.conversations.group().filter(({ time }) => time < until),
    ({ chat_id }) => chat_id,
  )
}

function isWithin(from: number, until: number): (row: { readonly join_time: number }) => boolean {
  return ({ join_time }) => join_time >= from && join_time < until
}
