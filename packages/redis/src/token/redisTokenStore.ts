import type { SharedTokenStore, StoreLock } from '@wecom/core'
import { integerReply } from '../client/integerReply.ts'
import type { RedisClient, RedisOptions } from '../client/RedisClient.ts'
import { type RunScript, scriptRunner } from '../client/scriptRunner.ts'
import { textReply } from '../client/textReply.ts'
import * as scripts from './scripts.ts'

// Shortest wait between two attempts to acquire a lock, in milliseconds. The actual wait is random and up to twice as
// long, because several processes must not try at the same moment.
const pollInterval = 50

/**
 * Creates a token store in Redis that several processes share. The store has a lock, so only one process at a time
 * requests a token from WeCom.
 *
 * Redis gives each lock a version number. If a process loses its lock (for instance because it was paused for too
 * long), another process acquires a lock with a higher version. The store then ignores the token of the slow process,
 * so the newer token stays in the store. The store does not depend on the clocks of the processes.
 *
 * A Redis command that takes longer than `timeout` fails. A call that waits for the lock stops waiting when its
 * `signal` aborts.
 *
 * @throws {RangeError} `timeout` is not a positive integer.
 * @throws {TypeError} `client` is not a client of ioredis or node-redis.
 *
 * @example
 * const redis = new Redis('redis://127.0.0.1:6379')
 * const client = createClient({ token: corpToken({ corpId, secret, store: redisTokenStore(redis) }) })
 */
export function redisTokenStore(client: RedisClient, { prefix = '', timeout }: RedisOptions = {}): SharedTokenStore {
  const run = scriptRunner('redisTokenStore', client, timeout)
  /** Returns a Redis key. The braces make a Redis cluster store all keys of a token on the same node. */
  const keyOf = (key: string, part: 'value' | 'lock' | 'versions'): string => `${prefix}{${key}}:${part}`
  return {
    get: async (key) => textReply('redisTokenStore', await run(scripts.get, [keyOf(key, 'value')], [])),
    set: async (key, value, ttl) => {
      await run(scripts.set, [keyOf(key, 'value')], [value, wholeTime(ttl)])
    },
    deleteIfEqual: async (key, value) => {
      await run(scripts.deleteIfEqual, [keyOf(key, 'value')], [value])
    },
    setIfNewer: async (key, value, ttl, version) => {
      const args = [value, wholeTime(ttl), version]
      return integer(await run(scripts.setIfNewer, [keyOf(key, 'value'), keyOf(key, 'versions')], args)) === 1
    },
    lock: (key, ttl, signal) => takeLock(run, keyOf(key, 'lock'), keyOf(key, 'versions'), wholeTime(ttl), signal),
  }
}

async function takeLock(
  run: RunScript,
  key: string,
  versions: string,
  ttl: number,
  signal: AbortSignal,
): Promise<StoreLock> {
  const id = crypto.randomUUID()
  const free = (): Promise<unknown> => run(scripts.deleteIfEqual, [key], [id])
  for (;;) {
    signal.throwIfAborted()
    const version = integer(await run(scripts.lock, [key, versions], [id, ttl], free))
    if (version > 0) {
      const stopRenewal = renew(run, key, id, ttl, signal)
      return {
        version,
        release: async () => {
          stopRenewal()
          await free()
        },
      }
    }
    await pause(pollInterval * (1 + Math.random()), signal)
  }
}

function renew(run: RunScript, key: string, id: string, ttl: number, signal: AbortSignal): () => void {
  const stop = (): void => {
    clearInterval(timer)
    signal.removeEventListener('abort', stop)
  }
  const timer = setInterval(() => {
    run(scripts.renew, [key], [id, ttl])
      .then((isHeld) => integer(isHeld) === 0 && stop())
      // A failed renewal is repeated. If the lock is lost, its version is too old.
      .catch(() => undefined)
  }, ttl / 3)
  signal.addEventListener('abort', stop)
  if (signal.aborted) stop()
  return stop
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const wake = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', wake)
      resolve()
    }
    const timer = setTimeout(wake, milliseconds)
    signal.addEventListener('abort', wake)
    if (signal.aborted) wake()
  })
}

function integer(reply: unknown): number {
  return integerReply('redisTokenStore', reply)
}

function wholeTime(milliseconds: number): number {
  // Redis accepts only positive integers.
  return Math.max(1, Math.round(milliseconds))
}
