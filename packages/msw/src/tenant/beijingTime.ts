// WeCom counts by the calendar, and its day begins at midnight in Beijing, which knows no summer time.

const offset = 8 * 3600
const day = 24 * 3600
/** 1 January 1970 was a Thursday; a week begins on Monday. */
const daysBeforeFirstMonday = 3

/** The number of a day. `seconds` is unix time, here and below. */
export function beijingDay(seconds: number): number {
  return Math.floor((seconds + offset) / day)
}

/** When a day begins, by its number: unix seconds. */
export function startOfBeijingDay(number: number): number {
  return number * day - offset
}

/** The number of a week. */
export function beijingWeek(seconds: number): number {
  return Math.floor((beijingDay(seconds) + daysBeforeFirstMonday) / 7)
}

/** A month, e.g. `2026-03`. */
export function beijingMonth(seconds: number): string {
  return new Date((seconds + offset) * 1000).toISOString().slice(0, 7)
}

/** How many days the month has. */
export function daysOfBeijingMonth(seconds: number): number {
  const now = new Date((seconds + offset) * 1000)
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 0)).getUTCDate()
}
