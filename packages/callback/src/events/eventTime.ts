import type { CallbackEvent } from './CallbackEvent.ts'

/**
 * When an event happened: its `CreateTime` or `TimeStamp`, whichever its form has.
 *
 * @returns milliseconds since 1970; nothing for unknown events.
 *
 * @example
 * const age = Date.now() - (eventTime(event) ?? 0)
 */
export function eventTime(event: CallbackEvent): number | undefined {
  if ('unknown' in event) return undefined
  const seconds = event.CreateTime ?? event.TimeStamp
  return seconds === undefined ? undefined : seconds * 1000
}
