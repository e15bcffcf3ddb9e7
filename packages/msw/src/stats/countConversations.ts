import type { DailyUserBehavior } from '@wecom/stats'
import { startOfBeijingDay } from '../tenant/beijingTime.ts'
import type { DirectMessage } from '../tenant/conversations.ts'
import type { Tenant } from '../tenant/Tenant.ts'

/** What a day's one-to-one chats come to. */
export type ConversationFigures = Pick<
  DailyUserBehavior,
  'chat_cnt' | 'message_cnt' | 'reply_percentage' | 'avg_reply_time'
>

/** A chat that the customer began, and the member's first answer of the day. */
interface Opened {
  readonly begun: number
  readonly answered: number | undefined
}

/** Counts the one-to-one chats of some members on one day. */
export function countConversations(tenant: Tenant, members: ReadonlySet<string>, day: number): ConversationFigures {
  const [from, until] = [startOfBeijingDay(day), startOfBeijingDay(day + 1)]
  const messages = tenant.conversations
    .direct()
    .filter(({ userid, time }) => members.has(userid) && time >= from && time < until)
  const chats = [...Map.groupBy(messages, ({ userid, external_userid }) => `${userid} ${external_userid}`).values()]
  const sent = messages.filter((message) => message.from === 'member')
  return {
    chat_cnt: chats.filter((chat) => chat.some((message) => message.from === 'member')).length,
    message_cnt: sent.length,
    ...countReplies(chats.flatMap(toOpened)),
  }
}

function toOpened(chat: readonly DirectMessage[]): Opened[] {
  const [first] = chat
  if (first?.from !== 'customer') return []
  return [{ begun: first.time, answered: chat.find(({ from }) => from === 'member')?.time }]
}

/** In percent, and in minutes; nothing where customers opened no chats. */
function countReplies(opened: readonly Opened[]): Pick<ConversationFigures, 'reply_percentage' | 'avg_reply_time'> {
  if (opened.length === 0) return {}
  const waits = opened.flatMap(({ begun, answered }) => (answered === undefined ? [] : [answered - begun]))
  const seconds = waits.reduce((sum, wait) => sum + wait, 0)
  return {
    reply_percentage: Math.round((waits.length / opened.length) * 10_000) / 100,
    avg_reply_time: waits.length === 0 ? 0 : Math.round(seconds / waits.length / 60),
  }
}
