import { checkNumber } from '../settings/checkNumber.ts'
import type { Limiter } from './Limiter.ts'
import { Lane } from './Lane.ts'

export interface CallLimiterOptions {
  /**
   * Calls of one endpoint that may be under way at the same time. Default 5: WeCom publishes no number; its support
   * names this one for tags and remarks.
   */
  readonly concurrency?: number | undefined
}

/**
 * 频率限制 — keeps calls, e.g. of a full sync, below WeCom's limits for a corp. Share one limiter between all clients of a
 * corp. It counts each endpoint separately:
 *
 * - At most `concurrency` calls are under way; further ones wait for their turn.
 * - After 45033 (too many at once) it halves that number, and adds one after every 20 calls that worked.
 * - After 45009 (too often) it sends nothing for a minute, or for an hour if the minute was not enough. `retryAt` of
 *   the error is the end. Calls before that fail with the same error and are not sent.
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
