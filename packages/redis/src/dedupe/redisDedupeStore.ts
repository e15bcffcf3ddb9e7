import type { RedisClient, RedisOptions } from '../client/RedisClient.ts'
import { scriptRunner } from '../client/scriptRunner.ts'

/** The `DedupeStore` of `@wecom/callback`. */
export interface RedisDedupeStore {
  /**
   * Sets a key unless it exists, as a single step.
   *
   * @param ttl - milliseconds until the key expires.
   * @returns whether the key is new.
   */
  readonly add: (key: string, ttl: number) => Promise<boolean>
  /** Deletes a key. */
  readonly delete: (key: string) => Promise<void>
}

const add = `return redis.call('SET', KEYS[1], '1', 'NX', 'PX', ARGV[1]) and 1 or 0`
const remove = `return redis.call('DEL', KEYS[1])`

/**
 * Remembers which events were accepted, for all processes behind one callback URL, so that one of them handles each
 * event. While Redis is gone, events are refused, and WeCom delivers them again: see `dedupe` in the README of
 * `@wecom/callback`.
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
