import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** Figures of customer groups: what is new, and totals up to the day. */
export interface GroupChatStats {
  /** Groups newly made. */
  new_chat_cnt: number
  /** Groups in total. */
  chat_total: number
  /** Groups in total in which there was ever a message. */
  chat_has_msg: number
  /** People who newly joined groups. */
  new_member_cnt: number
  /** People in groups in total. */
  member_total: number
  /** People in groups in total who ever sent a message. */
  member_has_msg: number
  /** Messages in total. */
  msg_total: number
  /** Groups that were migrated, in total; only in the education and training industry. */
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
