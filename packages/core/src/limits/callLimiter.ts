import { checkNumber } from '../settings/checkNumber.ts'
import type { Limiter } from './Limiter.ts'
import { Lane } from './Lane.ts'

export interface CallLimiterOptions {
  /**
   * Maximum number of calls of one endpoint at the same time. Default 5. WeCom's documentation contains no such limit,
   * but WeCom's support has stated a limit of 5 for calls that change tags or remarks.
   */
  readonly concurrency?: number | undefined
}

/**
 * 频率限制 — creates a limiter for the calls of one corp. The limiter delays calls so that they stay below the limits of
 * WeCom, e.g. while a program reads all customers. Share one limiter between all clients of a corp, because a limiter
 * knows only the calls of its own clients. The limiter counts the calls of each endpoint separately:
 * - At most `concurrency` calls are under way at the same time. Further calls wait for their turn.
 * - After 45033 (too many calls at once) the limiter allows only half as many calls at the same time. After every 20
 *   calls that worked, it allows one more call, up to `concurrency`.
 * - After 45009 (calls too often) the limiter sends no call of this endpoint for a minute. If WeCom answers with 45009
 *   again within a minute after this block, the limiter sends no call for an hour. During a block, calls fail at once
 *   with 45009. The field `retryAt` of the error contains the end of the block.
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
