import { WeComCallbackError } from '../errors/WeComCallbackError.ts'
import type { CallbackHandlerOptions } from './CallbackHandlerOptions.ts'

type Clock = Pick<CallbackHandlerOptions, 'maxAge' | 'now'>

/** @param timestamp - of the query, in seconds; signed, but signed for ever. */
export function checkAge({ maxAge = Infinity, now = Date.now }: Clock, timestamp: string): void {
  if (maxAge === Infinity) return
  const seconds = /^\d+$/.test(timestamp) ? Number(timestamp) : Infinity
  if (Math.abs(now() - seconds * 1000) > maxAge) throw new WeComCallbackError('time')
}
