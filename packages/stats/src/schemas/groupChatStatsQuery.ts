import { type Entries, isDaySpan, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** Selects days and owners. */
export interface GroupChatStatsQuery {
  /**
   * Any moment of the first day, in unix seconds: WeCom rounds down to 00:00 China time.
   * At most 180 days ago, and yesterday at the latest.
   */
  day_begin_time: number
  /** Any moment of the last day. Included; at most 30 days after the first, yesterday at the latest. Default: first day. */
  day_end_time?: number | undefined
  /** The owners. Default: everybody in the app's visible range, if these are at most 1000 people. */
  owner_filter?: GroupChatStatsOwnerFilter | undefined
}

export interface GroupChatStatsOwnerFilter {
  /** userids of group owners in the app's visible range, 1 to 100. */
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

/** The rule for first and last day. */
export function requireDaySpan<Params extends GroupChatStatsQuery>(): v.CheckAction<Params, string> {
  return v.check(
    ({ day_begin_time, day_end_time = day_begin_time }) => isDaySpan(day_begin_time, day_end_time),
    'day_end_time must be on the day of day_begin_time, or at most 30 days later',
  )
}
