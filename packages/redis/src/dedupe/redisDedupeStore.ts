import type { RedisClient, RedisOptions } from '../client/RedisClient.ts'
import { scriptRunner } from '../client/scriptRunner.ts'

/**
 * Store in Redis that remembers accepted callback events by their keys. It implements `DedupeStore` of
 * `@wecom/callback`, which chooses the keys.
 */
export interface RedisDedupeStore {
  /**
   * Adds the key of an event, unless the store contains the key already. Redis checks and adds in a single step.
   *
   * @param ttl - time until the key expires, in milliseconds.
   * @returns whether the key was added. If false, a process has accepted the event before.
   */
  readonly add: (key: string, ttl: number) => Promise<boolean>
  /** Deletes the key of an event, so that a repeated delivery of the event is accepted. */
  readonly delete: (key: string) => Promise<void>
}

const add = `return redis.call('SET', KEYS[1], '1', 'NX', 'PX', ARGV[1]) and 1 or 0`
const remove = `return redis.call('DEL', KEYS[1])`

/**
 * Creates a store in Redis that remembers accepted callback events. WeCom may deliver an event several times. With this
 * store, only one process handles the event, and only once. All processes behind one callback URL must use the same
 * Redis and the same `prefix`.
 *
 * While Redis does not answer, the callback handler refuses events, and WeCom delivers them again later. The section
 * about `dedupe` in the README of `@wecom/callback` describes this behaviour.
 *
 * @throws {RangeError} `timeout` is not a positive integer.
 * @throws {TypeError} `client` is not a client of ioredis or node-redis.
 *
 * @example
 * const handle = createCallbackHandler({ token, encodingAesKey, receiveIds, on, dedupe: redisDedupeStore(redis) })
 */
export function redisDedupeStore(client: RedisClient, { prefix = '', timeout }: RedisOptions = {}): RedisDedupeStore {
  const run = scriptRunner('redisDedupeStore', client, timeout)
  return {
    add: async (key, ttl) => (await run(add, [prefix + key], [Math.max(1, Math.round(ttl))])) === 1,
    delete: async (key) => {
      await run(remove, [prefix + key], [])
    },
  }
}
