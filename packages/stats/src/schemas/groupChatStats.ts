import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** Figures on group chats: numbers of group chats, people and messages. */
export interface GroupChatStats {
  /** Number of new group chats. */
  new_chat_cnt: number
  /** Total number of group chats. */
  chat_total: number
  /** Number of group chats in which anybody has sent a message. */
  chat_has_msg: number
  /** Number of people who joined group chats. */
  new_member_cnt: number
  /** Total number of people in group chats. */
  member_total: number
  /** Number of people in group chats who have sent a message. */
  member_has_msg: number
  /** Total number of messages in group chats. */
  msg_total: number
  /** Total number of migrated group chats. Present only for corps of the education and training industry. */
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
