import { type Entries, isDaySpan, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** The days of the statistics, and the owners whose group chats the statistics include. */
export interface GroupChatStatsQuery {
  /**
   * First day of the statistics. Pass any moment of that day, in unix seconds. WeCom rounds the time down to 00:00
   * China time. The day must be within the last 180 days, and cannot be today.
   */
  day_begin_time: number
  /**
   * Last day of the statistics. Pass any moment of that day, in unix seconds. WeCom includes the whole day. The last
   * day may be at most 30 days after the first day, and cannot be today. Default: the first day.
   */
  day_end_time?: number | undefined
  /**
   * Owners of the group chats that WeCom counts. If omitted, WeCom counts the group chats of all owners in the app's
   * visible range. Required if more than 1000 people are in the visible range.
   */
  owner_filter?: GroupChatStatsOwnerFilter | undefined
}

export interface GroupChatStatsOwnerFilter {
  /** Userids of owners of group chats, 1 to 100. All owners must be in the app's visible range. */
  userid_list: string[]
}

export const groupChatStatsQueryEntries: Entries<GroupChatStatsQuery> = {
  day_begin_time: v.pipe(v.number(), v.integer()),
  day_end_time: v.optional(v.pipe(v.number(), v.integer())),
  owner_filter: v.optional(
    wireObject<GroupChatStatsOwnerFilter>({
      userid_list: v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.nonEmpty(), v.maxLength(100)),
    }),
  ),
}

export function requireDaySpan<Params extends GroupChatStatsQuery>(): v.CheckAction<Params, string> {
  return v.check(
    ({ day_begin_time, day_end_time = day_begin_time }) => isDaySpan(day_begin_time, day_end_time),
    'day_end_time must be on the day of day_begin_time, or at most 30 days later',
  )
}
