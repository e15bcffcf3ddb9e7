import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/**
 * Figures on group chats. They cover one day (`listGroupChatStatsByDay`), or all days from `day_begin_time` to
 * `day_end_time` (`listGroupChatStatsByOwner`). `new_chat_cnt` and `new_member_cnt` count only what happened on these
 * days. All other numbers are totals at the end of the last of these days.
 */
export interface GroupChatStats {
  /** Number of group chats that were created on the days that the figures cover. */
  new_chat_cnt: number
  /** Total number of group chats at the end of the last day that the figures cover. */
  chat_total: number
  /** Number of group chats in which anybody has ever sent a message, up to the last day that the figures cover. */
  chat_has_msg: number
  /** Number of people who joined group chats on the days that the figures cover. */
  new_member_cnt: number
  /** Total number of people in group chats at the end of the last day that the figures cover. */
  member_total: number
  /**
   * Number of people in group chats who have ever sent a message in their group chat, up to the last day that the
   * figures cover.
   */
  member_has_msg: number
  /** Total number of messages in group chats since they were created, up to the last day that the figures cover. */
  msg_total: number
  /**
   * Number of migrated group chats, up to the last day that the figures cover. WeCom does not document from where they
   * were migrated. Present only for corps of the education and training industry.
   */
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
