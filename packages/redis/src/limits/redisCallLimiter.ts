import type { CallLimiterOptions, Limiter } from '@wecom/core'
import { checkNumber } from '@wecom/core/define'
import type { RedisClient, RedisOptions } from '../client/RedisClient.ts'
import { scriptRunner } from '../client/scriptRunner.ts'
import { changedRelation } from './changedRelation.ts'
import { type LimiterEvent, Link } from './Link.ts'
import { SharedLane } from './SharedLane.ts'

export interface RedisCallLimiterOptions extends CallLimiterOptions, RedisOptions {
  /** Id of the corp whose calls are counted. Processes with the same corpId share its limits. */
  readonly corpId: string
  /**
   * Time until the calls of a killed process stop counting, in milliseconds. Running processes renew it three times as
   * often. Default 10,000.
   */
  readonly lease?: number | undefined
  /** Listener for the event when Redis stops answering, or answers again. The limiter does not await it. */
  readonly onEvent?: ((event: LimiterEvent) => unknown) | undefined
}

/**
 * 频率限制 — creates a limiter like `callLimiter`, but for all processes of a corp. Give all of them the same corpId,
 * prefix and concurrency. The limiter counts each endpoint separately:
 * - At most `concurrency` calls of all processes together are under way. Within a process, calls are sent in order, and
 *   processes take turns.
 * - After 45033 (too many calls at once) the limiter halves that number. It adds one after every 20 calls that worked.
 * - After 45009 (calls too often) the limiter sends nothing for a minute, or for an hour if a minute was not enough.
 *   `retryAt` of the error says when the block ends. Earlier calls of all processes fail with the same error and are
 *   not sent.
 * - Calls that change the relation of one member and one customer (tags, remark) are sent one after the other, because
 *   WeCom refuses two at the same time with 45035.
 *
 * While Redis cannot be reached, each process may have the last number of calls divided by the number of processes, and
 * at least one call at a time. The first call after Redis stops answering waits for at most `timeout`.
 *
 * @throws {RangeError} `concurrency`, `lease` or `timeout` is not a positive integer.
 * @throws {TypeError} `corpId` is empty, or `client` is not a client of ioredis or node-redis.
 * @see https://developer.work.weixin.qq.com/document/path/90312
 *
 * @example
 * const client = createClient({ token, limiter: redisCallLimiter(redis, { corpId: 'ww1' }) })
 */
export function redisCallLimiter(
  client: RedisClient,
  { corpId, concurrency = 5, lease = 10_000, prefix = '', timeout, onEvent }: RedisCallLimiterOptions,
): Limiter {
  checkNumber('redisCallLimiter: concurrency', concurrency, 'a positive integer')
  checkNumber('redisCallLimiter: lease', lease, 'a positive integer')
  if (typeof corpId !== 'string' || corpId === '') {
    throw new TypeError('redisCallLimiter: corpId must be the id of the corp whose calls it limits')
  }
  const run = scriptRunner('redisCallLimiter', client, timeout)
  const link = new Link(onEvent)
  const id = crypto.randomUUID()
  const lanes = new Map<string, SharedLane>()
  // The braces keep the keys of one corp on one node of a cluster.
  const keyOf = (name: string): string => `${prefix}wecom:limit:{${corpId}}:${name}`
  const laneOf = (path: string): SharedLane => {
    const lane =
      lanes.get(path) ?? new SharedLane({ run, keys: [keyOf(path), keyOf('relations')], link, id, concurrency, lease })
    lanes.set(path, lane)
    return lane
  }
  return {
    run: (endpoint, attempt, signal, params) =>
      laneOf(endpoint.path).run(endpoint, attempt, signal, changedRelation(endpoint, params)),
  }
}
