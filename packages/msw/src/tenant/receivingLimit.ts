import { beijingDay, beijingMonth, beijingWeek, daysOfBeijingMonth } from './beijingTime.ts'

/**
 * How many mass messages a customer or a group gets, those of all members together: as many a month as the month has days
 * (WeCom's own setting), seven a week, or one a day.
 */
export type ReceivingLimit = 'month' | 'week' | 'day'

/** Whether somebody who got mass messages at these times has had as many as the limit allows now. All in unix seconds. */
export function isLimitReached(limit: ReceivingLimit, received: readonly number[], now: number): boolean {
  const { count, windowOf } = windows[limit]
  const current = windowOf(now)
  return received.filter((time) => windowOf(time) === current).length >= count(now)
}

interface Window {
  readonly count: (now: number) => number
  /** What tells one window from another. */
  readonly windowOf: (seconds: number) => number | string
}

const windows: Readonly<Record<ReceivingLimit, Window>> = {
  month: { count: daysOfBeijingMonth, windowOf: beijingMonth },
  week: { count: () => 7, windowOf: beijingWeek },
  day: { count: () => 1, windowOf: beijingDay },
}
