import type { CallbackEvent } from './CallbackEvent.ts'

/**
 * When an event happened: its `CreateTime` or `TimeStamp`, whichever its form has.
 *
 * @returns milliseconds since 1970; nothing for unknown events, or where the time is no number.
 *
 * @example
 * const age = Date.now() - (eventTime(event) ?? 0)
 */
export function eventTime(event: CallbackEvent): number | undefined {
  if ('unknown' in event) return undefined
  const seconds = event.CreateTime ?? event.TimeStamp
  return Number.isFinite(seconds) ? seconds * 1000 : undefined
}
