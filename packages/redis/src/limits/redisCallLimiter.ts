import type { CallLimiterOptions, Limiter } from '@wecom/core'
import { checkNumber } from '@wecom/core/define'
import type { RedisClient, RedisOptions } from '../client/RedisClient.ts'
import { scriptRunner } from '../client/scriptRunner.ts'
import { changedRelation } from './changedRelation.ts'
import { type LimiterEvent, Link } from './Link.ts'
import { SharedLane } from './SharedLane.ts'

export interface RedisCallLimiterOptions extends CallLimiterOptions, RedisOptions {
  /** The corp whose calls are counted: those of all processes that name it. */
  readonly corpId: string
  /**
   * Milliseconds after which the places of a process that was killed are free. Processes that run renew theirs three
   * times as often. Default 10,000.
   */
  readonly lease?: number | undefined
  /** Told when Redis stops answering, and when it answers again. Not awaited. */
  readonly onEvent?: ((event: LimiterEvent) => unknown) | undefined
}

/**
 * 频率限制 — `callLimiter` for all processes of a corp. Give the same corpId, prefix and concurrency to all of them. Each
 * endpoint is counted by itself:
 *
 * - No more than `concurrency` calls of all processes are on their way. Within a process, calls are sent in the order in
 *   which they came; processes take turns.
 * - After 45033 (too many at once) half as many, and one more again after every 20 that worked.
 * - After 45009 (too often) none for a minute, or for an hour if the minute was not enough. The error says until when in
 *   `retryAt`; calls of all processes fail in the same way before that, and are not sent.
 * - Calls that change what one member has with one customer (tags, remark) are sent one after the other, since WeCom
 *   refuses two at once with 45035.
 *
 * While Redis is gone, each process sends as many calls at once as the last cap divided by the number of processes, at
 * least one. The first call then waits for `timeout` at most.
 *
 * @throws {RangeError} `concurrency`, `lease` or `timeout` is not a positive integer.
 * @throws {TypeError} `corpId` is empty, or `client` is no client of ioredis or node-redis.
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
