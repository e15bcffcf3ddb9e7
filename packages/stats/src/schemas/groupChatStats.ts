import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** Figures of group chats: new on the day, and totals up to the day. */
export interface GroupChatStats {
  /** New group chats. */
  new_chat_cnt: number
  /** Group chats in total. */
  chat_total: number
  /** Group chats in total with at least one message ever. */
  chat_has_msg: number
  /** People who joined group chats on the day. */
  new_member_cnt: number
  /** People in group chats in total. */
  member_total: number
  /** People in group chats in total who ever sent a message. */
  member_has_msg: number
  /** Messages in total. */
  msg_total: number
  /** Migrated group chats in total; only in the education and training industry. */
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
