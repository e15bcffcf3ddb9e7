import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** Figures of group chats: new ones on the day, and totals up to the day. */
export interface GroupChatStats {
  /** Number of new group chats. */
  new_chat_cnt: number
  /** Number of group chats in total. */
  chat_total: number
  /** Number of group chats that ever had a message. */
  chat_has_msg: number
  /** Number of people who joined group chats on the day. */
  new_member_cnt: number
  /** Number of people in group chats in total. */
  member_total: number
  /** Number of people in group chats who ever sent a message. */
  member_has_msg: number
  /** Number of messages in total. */
  msg_total: number
  /** Number of migrated group chats in total. Only corps of the education and training industry have it. */
  migrate_trainee_chat_cnt?: number | undefined
}

export const groupChatStatsSchema: v.GenericSchema<GroupChatStats> = wireObject<GroupChatStats>({
  new_chat_cnt: v.number(),
  chat_total: v.number(),
  chat_has_msg: v.number(),
  new_member_cnt: v.number(),
  member_total: v.number(),
  member_has_msg: v.number(),
  msg_total: v.number(),
  migrate_trainee_chat_cnt: v.optional(v.number()),
})
