import type { RedisClient, RedisOptions } from '../client/RedisClient.ts'
import { deleteIfEqual } from '../client/deleteIfEqual.ts'
import { integerReply } from '../client/integerReply.ts'
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
   * @throws the error of the Redis client, or a `TimeoutError` if Redis does not reply in time. If Redis adds the key
   *   in spite of the error, the store deletes the key again.
   */
  readonly add: (key: string, ttl: number) => Promise<boolean>
  /** Deletes the key of an event, so that a repeated delivery of the event is accepted. */
  readonly delete: (key: string) => Promise<void>
}

// `KEYS`: the key of the event. `ARGV`: id of this call of `add`, and time until the key expires in milliseconds. A key
// that has the id already counts as added, because a client may send a command again after a lost connection.
const add = `
if redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then return 1 end
return redis.call('GET', KEYS[1]) == ARGV[1] and 1 or 0`
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
    add: async (key, ttl) => {
      const keys = [prefix + key]
      const id = crypto.randomUUID()
      // After a failure, the key of this call must not stay: the next delivery of the event would not be handled. The
      // key stays only if this process ends, or loses Redis again, before Redis has deleted the key.
      const undo = (): Promise<unknown> => run(deleteIfEqual, keys, [id])
      const reply = await run(add, keys, [id, Math.max(1, Math.round(ttl))], undo)
      return integerReply('redisDedupeStore', reply) === 1
    },
    delete: async (key) => {
      await run(remove, [prefix + key], [])
    },
  }
}
