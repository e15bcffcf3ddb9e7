import { type Entries, isDaySpan, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** The days and the owners of group chats whose figures to read. */
export interface GroupChatStatsQuery {
  /**
   * First day to read, as any moment of that day in unix seconds. WeCom rounds it down to 00:00 China time. At most 180
   * days ago, and yesterday at the latest.
   */
  day_begin_time: number
  /**
   * Last day to read, as any moment of that day in unix seconds. WeCom includes the whole day. At most 30 days after
   * the first day, and yesterday at the latest. Default: the first day.
   */
  day_end_time?: number | undefined
  /** Owners whose group chats to count. Default: all people in the app's visible range, if these are at most 1000. */
  owner_filter?: GroupChatStatsOwnerFilter | undefined
}

export interface GroupChatStatsOwnerFilter {
  /** Userids of owners of group chats, 1 to 100. All must be in the app's visible range. */
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

/** Returns a schema check that the last day is not before the first day and at most 30 days after it. */
export function requireDaySpan<Params extends GroupChatStatsQuery>(): v.CheckAction<Params, string> {
  return v.check(
    ({ day_begin_time, day_end_time = day_begin_time }) => isDaySpan(day_begin_time, day_end_time),
    'day_end_time must be on the day of day_begin_time, or at most 30 days later',
  )
}
