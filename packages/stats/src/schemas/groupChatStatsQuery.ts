import { type Entries, isDaySpan, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** Which days, and whose customer groups. */
export interface GroupChatStatsQuery {
  /**
   * First day, in unix seconds; any time of it, since WeCom rounds down to 00:00 in China.
   * At most 180 days ago, and yesterday at the latest.
   */
  day_begin_time: number
  /** Last day, included: at most 30 days after the first, and yesterday at the latest. Default: the first day. */
  day_end_time?: number | undefined
  /** Whose groups. Default: those of everybody in the app's scope, who may be 1000 at the most. */
  owner_filter?: GroupChatStatsOwnerFilter | undefined
}

export interface GroupChatStatsOwnerFilter {
  /** userids of group owners in the app's scope, 1 to 100. */
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

/** The rule between the two days. */
export function requireDaySpan<Params extends GroupChatStatsQuery>(): v.CheckAction<Params, string> {
  return v.check(
    ({ day_begin_time, day_end_time = day_begin_time }) => isDaySpan(day_begin_time, day_end_time),
    'day_end_time must be on the day of day_begin_time, or at most 30 days later',
  )
}
