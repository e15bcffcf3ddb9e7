const dayMs = 24 * 60 * 60_000
/** China has one time zone, UTC+8, without summer time. */
const chinaMs = 8 * 60 * 60_000

/**
 * Milliseconds after midnight of a time of day such as `02:00`.
 *
 * @throws {RangeError} no such time of day.
 */
export function parseTimeOfDay(text: string): number {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? []
  if (hours === undefined || minutes === undefined) {
    throw new RangeError(`createSyncWorker: nightly must be a time of day from 00:00 to 23:59, got ${text}`)
  }
  return (Number(hours) * 60 + Number(minutes)) * 60_000
}

/** When it last was that time of day in China; both in milliseconds since 1970. */
export function lastTimeOfDay(timeOfDayMs: number, now: number): number {
  const sinceThen = (now + chinaMs - timeOfDayMs) % dayMs
  return now - sinceThen
}
