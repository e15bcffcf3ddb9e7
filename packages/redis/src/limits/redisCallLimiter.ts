import type { CallLimiterOptions, Limiter } from '@wecom/core'
import { checkNumber } from '@wecom/core/define'
import type { RedisClient, RedisOptions } from '../client/RedisClient.ts'
import { scriptSender } from '../client/scriptSender.ts'
import { changedRelation } from './changedRelation.ts'
import { type LimiterEvent, Link } from './Link.ts'
import { SharedLane } from './SharedLane.ts'

export interface RedisCallLimiterOptions extends CallLimiterOptions, RedisOptions {
  /** Id of the corp whose calls the limiter counts. All processes with the same `corpId` share the limits. */
  readonly corpId: string
  /**
   * Time in milliseconds after which the limiter no longer counts the calls of a process that has stopped sending
   * messages to Redis, e.g. because the process was killed. A process with calls under way sends a message at least
   * three times in this period. Default 10,000.
   */
  readonly lease?: number | undefined
  /**
   * Listener that receives an event when Redis stops answering, or answers again. The limiter does not await the
   * listener.
   */
  readonly onEvent?: ((event: LimiterEvent) => unknown) | undefined
}

/**
 * 频率限制 — creates a limiter for the calls of one corp. Several processes share the limits. Pass the same `corpId`,
 * `prefix` and `concurrency` in all processes. Processes with another `corpId` or `prefix` do not share the limits. A
 * smaller `concurrency` in one process lowers the limit of all processes. The limiter counts the calls of each endpoint
 * separately:
 * - At most `concurrency` calls of all processes together are under way at the same time. Further calls wait. Processes
 *   take turns, and the calls of one process are sent in order.
 * - After 45033 (too many calls at once) the limiter allows only half as many calls at the same time. After every 20
 *   calls that worked, it allows one more call, up to `concurrency`.
 * - After 45009 (calls too often) no process sends a call of this endpoint for a minute. If WeCom answers with 45009
 *   again within a minute after this block, no process sends a call for an hour. During a block, calls fail at once with
 *   45009. The field `retryAt` of the error contains the end of the block.
 * - Calls that change the same follow relation (a member and a customer), e.g. its tags or its remark, are sent one
 *   after the other. WeCom would refuse two such calls at the same time with 45035 (conflicting operations).
 *
 * While Redis does not answer, each process limits its own calls to an equal share of the limit. The share is the limit
 * in the newest reply of Redis, divided by the number of processes. If the share is less than one call, the process
 * sends one call at a time. The first call after Redis stops answering waits for Redis for at most `timeout`.
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
  { corpId, concurrency = 5, lease = 10_000, prefix = '', timeout = 2_000, onEvent }: RedisCallLimiterOptions,
): Limiter {
  checkNumber('redisCallLimiter: concurrency', concurrency, 'a positive integer')
  checkNumber('redisCallLimiter: lease', lease, 'a positive integer')
  checkNumber('redisCallLimiter: timeout', timeout, 'a positive integer')
  if (typeof corpId !== 'string' || corpId === '') {
    throw new TypeError('redisCallLimiter: corpId must be the id of the corp whose calls it limits')
  }
  const send = scriptSender('redisCallLimiter', client)
  const options = { send, timeout, link: new Link(onEvent), concurrency, lease }
  const lanes = new Map<string, SharedLane>()
  // The braces keep the keys of one corp on one node of a cluster.
  const keyOf = (name: string): string => `${prefix}wecom:limit:{${corpId}}:${name}`
  const open = (path: string): SharedLane =>
    new SharedLane({ ...options, keys: [keyOf(path), keyOf('relations')], id: crypto.randomUUID() })
  const laneOf = (path: string): SharedLane => {
    const lane = lanes.get(path) ?? open(path)
    lanes.set(path, lane)
    return lane
  }
  return {
    run: (endpoint, attempt, signal, params) =>
      laneOf(endpoint.path).run(endpoint, attempt, signal, changedRelation(endpoint, params)),
  }
}
