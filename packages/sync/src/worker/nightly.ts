const dayMs = 24 * 60 * 60_000
// China has no daylight saving time.
const chinaMs = 8 * 60 * 60_000

export function parseTimeOfDay(text: string): number {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? []
  if (hours === undefined || minutes === undefined) {
    throw new RangeError(`createSyncWorker: nightly must be a time of day from 00:00 to 23:59, got ${text}`)
  }
  return (Number(hours) * 60 + Number(minutes)) * 60_000
}

/**
 * Returns the last moment, at or before `now`, at which the time of day in China (UTC+8) was `timeOfDayMs`.
 * `timeOfDayMs` is in milliseconds after midnight. `now` and the result are in milliseconds since 1970.
 */
export function lastTimeOfDay(timeOfDayMs: number, now: number): number {
  const sinceThen = (now + chinaMs - timeOfDayMs) % dayMs
  return now - sinceThen
}
