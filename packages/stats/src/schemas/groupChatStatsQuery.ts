import { type Entries, isDaySpan, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** The days and the group owners whose figures are read. */
export interface GroupChatStatsQuery {
  /**
   * Start of the range: any moment of the first day, in unix seconds. WeCom rounds it down to 00:00 China time. It is
   * at most 180 days ago, and yesterday at the latest.
   */
  day_begin_time: number
  /**
   * End of the range: any moment of the last day, in unix seconds. The day is included. It is at most 30 days after the
   * first, and yesterday at the latest. Default: the first day.
   */
  day_end_time?: number | undefined
  /** The owners of the group chats. Default: everybody in the app's visible range, if these are at most 1000 people. */
  owner_filter?: GroupChatStatsOwnerFilter | undefined
}

export interface GroupChatStatsOwnerFilter {
  /** Userids of group owners in the app's visible range, 1 to 100. */
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

/** Returns the rule for the first and the last day. */
export function requireDaySpan<Params extends GroupChatStatsQuery>(): v.CheckAction<Params, string> {
  return v.check(
    ({ day_begin_time, day_end_time = day_begin_time }) => isDaySpan(day_begin_time, day_end_time),
    'day_end_time must be on the day of day_begin_time, or at most 30 days later',
  )
}
