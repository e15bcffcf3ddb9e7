import {
  type DailyUserBehavior,
  getUserBehaviorDataEndpoint,
  type GroupChatStats,
  type GroupChatStatsOwnerFilter,
  listGroupChatStatsByDayEndpoint,
  listGroupChatStatsByOwnerEndpoint,
} from '@wecom/stats'
import { Refusal } from '../base/Refusal.ts'
import { beijingDay, startOfBeijingDay } from '../base/clock.ts'
import type { Corp } from '../state/Corp.ts'
import type { DirectMessage, EndedFollow, GroupMessage } from '../state/contacts.ts'
import { type GroupChat, ownerAt } from '../state/groupchat.ts'
import type { App } from '../state/members.ts'
import { serve, type Served } from './serve.ts'
import { isCustomerGroup, visiblePeople } from './visible.ts'

function visibleOwners(corp: Corp, app: App, filter: GroupChatStatsOwnerFilter | undefined): Set<string> {
  if (!filter) return new Set(visiblePeople(corp, app).map(({ userid }) => userid))
  for (const userid of filter.userid_list) {
    const member = corp.members.find(userid)
    if (!member || !corp.members.isVisible(app, member)) throw new Refusal(60011)
  }
  return new Set(filter.userid_list)
}

// In days.
const maxAge = 180

interface DaySpan {
  /** Any time on the first day, in unix seconds. */
  readonly begin: number
  readonly end: number
  /** Newest day that has statistics: 0 for today, 1 for yesterday. */
  readonly newest: 0 | 1
}

function chooseDays(corp: Corp, { begin, end, newest }: DaySpan): number[] {
  const today = beijingDay(corp.clock.seconds())
  const [first, last] = [beijingDay(begin), beijingDay(end)]
  if (first < today - maxAge) throw new Refusal(40058, `only the last ${maxAge} days are available`)
  if (last > today - newest)
    throw new Refusal(40058, `only days until ${newest === 0 ? 'today' : 'yesterday'} are available`)
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

type ConversationFigures = Pick<DailyUserBehavior, 'chat_cnt' | 'message_cnt' | 'reply_percentage' | 'avg_reply_time'>

/** A chat that a customer started on a given day. `answered` is the time of the member's first answer on that day. */
interface StartedChat {
  readonly begun: number
  readonly answered: number | undefined
}

function countConversations(corp: Corp, members: ReadonlySet<string>, day: number): ConversationFigures {
  const [from, until] = [startOfBeijingDay(day), startOfBeijingDay(day + 1)]
  const messages = corp.conversations
    .direct()
    .filter(({ userid, time }) => members.has(userid) && time >= from && time < until)
  const chats = [...Map.groupBy(messages, ({ userid, external_userid }) => `${userid} ${external_userid}`).values()]
  const sent = messages.filter((message) => message.from === 'member')
  return {
    chat_cnt: chats.filter((chat) => chat.some((message) => message.from === 'member')).length,
    message_cnt: sent.length,
    ...countReplies(chats.flatMap(toStartedChats)),
  }
}

function toStartedChats(chat: readonly DirectMessage[]): StartedChat[] {
  const [first] = chat
  if (first?.from !== 'customer') return []
  return [{ begun: first.time, answered: chat.find(({ from }) => from === 'member')?.time }]
}

function countReplies(
  startedChats: readonly StartedChat[],
): Pick<ConversationFigures, 'reply_percentage' | 'avg_reply_time'> {
  // WeCom omits both fields if no customer started a chat.
  if (startedChats.length === 0) return {}
  const waits = startedChats.flatMap(({ begun, answered }) => (answered === undefined ? [] : [answered - begun]))
  const seconds = waits.reduce((sum, wait) => sum + wait, 0)
  return {
    reply_percentage: Math.round((waits.length / startedChats.length) * 10_000) / 100,
    avg_reply_time: waits.length === 0 ? 0 : Math.round(seconds / waits.length / 60),
  }
}

function groupChatsUntil(corp: Corp, owners: ReadonlySet<string>, lastDay: number): GroupChat[] {
  const until = startOfBeijingDay(lastDay + 1)
  // Includes dismissed group chats.
  return corp.groupChats
    .list()
    .filter((chat) => chat.create_time < until && owners.has(ownerAt(chat, until - 1)) && isCustomerGroup(corp, chat))
}

function countGroupChats(corp: Corp, owners: ReadonlySet<string>, firstDay: number, lastDay: number): GroupChatStats {
  // New group chats and new people are sums over the days. Totals are the numbers at the end of the last day.
  const [from, until] = [startOfBeijingDay(firstDay), startOfBeijingDay(lastDay + 1)]
  const chats = groupChatsUntil(corp, owners, lastDay)
  const standing = chats.filter(({ dismissed_at }) => dismissed_at === undefined || dismissed_at >= until)
  const messages = messagesUntil(corp, until)
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

function messagesUntil(corp: Corp, until: number): Map<string, GroupMessage[]> {
  return Map.groupBy(
    corp.conversations.group().filter(({ time }) => time < until),
    ({ chat_id }) => chat_id,
  )
}

function isWithin(from: number, until: number): (row: { readonly join_time: number }) => boolean {
  return ({ join_time }) => join_time >= from && join_time < until
}

const getUserBehaviorDataServed: Served = serve(
  getUserBehaviorDataEndpoint,
  (corp, { userid = [], partyid = [], start_time, end_time }, { app }) => {
    const days = chooseDays(corp, { begin: start_time, end: end_time, newest: 0 })
    const members = chooseMembers(corp, app, userid, partyid)
    const follows = [...corp.follows.ended(), ...corp.follows.list()].filter((follow) => members.has(follow.userid))
    const requests = [...follows.map(requestOf), ...corp.friendRequests.list()].filter(
      (request) => members.has(request.userid) && request.oper_userid === request.userid,
    )
    const deletions = corp.partings.list().filter((parting) => members.has(parting.userid) && parting.by === 'customer')
    return {
      behavior_data: days.map((day) => {
        return {
          stat_time: startOfBeijingDay(day),
          ...countConversations(corp, members, day),
          negative_feedback_cnt: deletions.filter(({ at }) => beijingDay(at) === day).length,
          new_apply_cnt: requests.filter(({ asked_at }) => beijingDay(asked_at) === day).length,
          new_contact_cnt: follows.filter(({ createtime }) => beijingDay(createtime) === day).length,
        }
      }),
    }
  },
  { failureFields: { behavior_data: [] } },
)

function requestOf({ createtime, asked_at = createtime, ...follow }: EndedFollow): EndedFollow & { asked_at: number } {
  // Without `asked_at`, the follow relation started when the friend request (添加好友申请) was sent.
  return { ...follow, createtime, asked_at }
}

function chooseMembers(
  corp: Corp,
  app: App,
  userids: readonly string[],
  partyids: readonly number[],
): ReadonlySet<string> {
  for (const userid of userids) {
    const member = corp.members.find(userid)
    if (!member) throw new Refusal(40031, `invalid userid list: ${userid}`)
    if (!corp.members.isVisible(app, member)) throw new Refusal(60011)
  }
  for (const partyid of partyids) {
    if (!corp.members.findDepartment(partyid)) throw new Refusal(60003)
    if (!corp.members.isDepartmentVisible(app, partyid)) throw new Refusal(60011)
  }
  const range = { userid: [...userids], partyid: [...partyids] }
  const members = corp.members.list().filter((member) => corp.members.covers(range, member))
  return new Set(members.flatMap((member) => (corp.members.isVisible(app, member) ? [member.userid] : [])))
}

const sortKeys = {
  1: 'new_chat_cnt',
  2: 'chat_total',
  3: 'new_member_cnt',
  4: 'member_total',
} as const satisfies Record<number, keyof GroupChatStats>

const listGroupChatStatsByOwnerServed: Served = serve(
  listGroupChatStatsByOwnerEndpoint,
  (corp, params, { app }) => {
    const { day_begin_time, day_end_time = day_begin_time, owner_filter } = params
    const { order_by = 1, order_asc = 0, offset = 0, limit = 500 } = params
    const days = chooseDays(corp, { begin: day_begin_time, end: day_end_time, newest: 1 })
    const [firstDay = 0, lastDay = firstDay] = [days[0], days.at(-1)]
    const key = sortKeys[order_by]
    const rows = [...visibleOwners(corp, app, owner_filter)]
      .map((owner) => ({ owner, owners: new Set([owner]) }))
      // Members without any group chat have no row.
      .filter(({ owners }) => groupChatsUntil(corp, owners, lastDay).length > 0)
      .map(({ owner, owners }) => ({ owner, data: countGroupChats(corp, owners, firstDay, lastDay) }))
      .toSorted((one, other) => (order_asc === 1 ? 1 : -1) * (one.data[key] - other.data[key]))
    return {
      total: rows.length,
      next_offset: Math.min(offset + limit, rows.length),
      items: rows.slice(offset, offset + limit),
    }
  },
  { invalid: { offset: 600041, limit: 600041 }, failureFields: { total: 0, next_offset: 0, items: [] } },
)

const listGroupChatStatsByDayServed: Served = serve(
  listGroupChatStatsByDayEndpoint,
  (corp, { day_begin_time, day_end_time = day_begin_time, owner_filter }, { app }) => {
    const days = chooseDays(corp, { begin: day_begin_time, end: day_end_time, newest: 1 })
    const owners = visibleOwners(corp, app, owner_filter)
    return {
      items: days.map((day) => ({
        stat_time: startOfBeijingDay(day),
        data: countGroupChats(corp, owners, day, day),
      })),
    }
  },
  { failureFields: { items: [] } },
)

export const statsServed: readonly Served[] = [
  getUserBehaviorDataServed,
  listGroupChatStatsByDayServed,
  listGroupChatStatsByOwnerServed,
]
