import { checkNumber } from '../settings/checkNumber.ts'
import type { Limiter } from './Limiter.ts'
import { Lane } from './Lane.ts'

export interface CallLimiterOptions {
  /**
   * Maximum number of calls of one endpoint under way at the same time. Default 5. WeCom publishes no number, but its
   * support names 5 for tags and remarks.
   */
  readonly concurrency?: number | undefined
}

/**
 * 频率限制 — creates a limiter that keeps calls, e.g. those of a full sync, below the limits of WeCom for a corp. Share one
 * limiter between all clients of a corp. The limiter counts each endpoint separately:
 * - At most `concurrency` calls are under way. Further calls wait for their turn.
 * - After 45033 (too many calls at once) the limiter halves that number. It adds one after every 20 calls that worked.
 * - After 45009 (calls too often) the limiter sends nothing for a minute, or for an hour if a minute was not enough.
 *   `retryAt` of the error says when the block ends. Earlier calls fail with the same error and are not sent.
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
