// In seconds. WeCom counts days in China's time zone, which has no daylight saving time.
const chinaOffset = 8 * 60 * 60
const day = 24 * 60 * 60

/**
 * Whether the time from `first` to `last` covers at most 31 days. True if `last` is on the day of `first`, or on one of
 * the next 30 days. Both parameters are unix seconds. WeCom rounds each of them down to 00:00 of its day, in China's
 * time zone.
 *
 * This function does not check whether the days are too long ago or in the future, because only WeCom's clock decides
 * this.
 */
export function isDaySpan(first: number, last: number): boolean {
  const days = dayOf(last) - dayOf(first)
  return days >= 0 && days <= 30
}

function dayOf(seconds: number): number {
  return Math.floor((seconds + chinaOffset) / day)
}
