import { checkNumber } from '../settings/checkNumber.ts'
import type { Limiter } from './Limiter.ts'
import { Lane } from './Lane.ts'

export interface CallLimiterOptions {
  /**
   * Calls of one endpoint that may be on their way at the same time. Default 5: WeCom publishes no figure, its support
   * names this one for tags and remarks.
   */
  readonly concurrency?: number | undefined
}

/**
 * 频率限制 — keeps calls, of a full sync for instance, below what WeCom takes of one corp. Give the same one to all clients
 * of a corp. Each endpoint is counted by itself:
 *
 * - No more than `concurrency` calls are on their way; further ones wait for their turn.
 * - After 45033 (too many at once) half as many, and one more again after every 20 that worked.
 * - After 45009 (too often) none for a minute, or for an hour if the minute was not enough. The error says until when in
 *   `retryAt`; calls before that fail in the same way and are not sent.
 *
 * @throws {RangeError} `concurrency` is not a positive integer.
 * @see https://developer.work.weixin.qq.com/document/path/90312
 *
 * @example
 * const client = createClient({ token, limiter: callLimiter() })
 */
export function callLimiter({ concurrency = 5 }: CallLimiterOptions = {}): Limiter {
  checkNumber('callLimiter: concurrency', concurrency, 'a positive integer')
  const lanes = new Map<string, Lane>()
  return {
    run: (endpoint, attempt, signal) => {
      const lane = lanes.get(endpoint.path) ?? new Lane(concurrency)
      lanes.set(endpoint.path, lane)
      return lane.run(endpoint, attempt, signal)
    },
  }
}
