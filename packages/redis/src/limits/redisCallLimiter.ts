import type { CallLimiterOptions, Limiter } from '@wecom/core'
import { checkNumber } from '@wecom/core/define'
import type { RedisClient, RedisOptions } from '../client/RedisClient.ts'
import { scriptRunner } from '../client/scriptRunner.ts'
import { changedRelation } from './changedRelation.ts'
import { type LimiterEvent, Link } from './Link.ts'
import { SharedLane } from './SharedLane.ts'

export interface RedisCallLimiterOptions extends CallLimiterOptions, RedisOptions {
  /** The corp whose calls are counted. Processes with the same corpId share its limits. */
  readonly corpId: string
  /**
   * Milliseconds until the places of a killed process are free. Running processes renew theirs three times as often.
   * Default 10,000.
   */
  readonly lease?: number | undefined
  /** Called when Redis stops answering, and when it answers again. Not awaited. */
  readonly onEvent?: ((event: LimiterEvent) => unknown) | undefined
}

/**
 * 频率限制 — creates a `callLimiter` for all processes of a corp. Give all of them the same corpId, prefix and concurrency.
 * It counts each endpoint separately:
 *
 * - At most `concurrency` calls of all processes together are under way. Within a process, calls are sent in order;
 *   processes take turns.
 * - After 45033 (too many at once) it halves that number, and adds one after every 20 calls that worked.
 * - After 45009 (too often) it sends nothing for a minute, or for an hour if the minute was not enough. `retryAt` of
 *   the error is the end. Calls of all processes before that fail with the same error and are not sent.
 * - Calls that change the relation of one member and one customer (tags, remark) are sent one after the other, because
 *   WeCom refuses two at once with 45035.
 *
 * While Redis is gone, each process has the last cap divided by the number of processes, at least one call at a time.
 * The first call then waits for at most `timeout`.
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
    throw new TypeError('redisCallLimiter: corpId must be the id of the corp whose calls are counted')
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
