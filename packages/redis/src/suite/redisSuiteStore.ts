import type { SuiteStore } from '@wecom/core'
import type { RedisClient, RedisOptions } from '../client/RedisClient.ts'
import { scriptRunner } from '../client/scriptRunner.ts'
import { textReply } from '../client/textReply.ts'
import * as scripts from './scripts.ts'

/**
 * Creates a suite store in Redis that several processes share. It stores the tickets of a suite until they expire, and
 * permanent codes without expiry. Each ticket and each permanent code comes from a callback event of WeCom. If an older
 * event arrives late, the stored value stays. Redis compares the timestamps and writes the value in one step.
 *
 * WeCom sends a permanent code only once. Therefore use a Redis that saves its data to disk (`appendonly yes`), evicts
 * nothing (`maxmemory-policy noeviction`) and is backed up.
 *
 * A Redis command that takes longer than `timeout` fails with a `TimeoutError`.
 *
 * @throws {RangeError} `timeout` is not a positive integer.
 * @throws {TypeError} `client` is not a client of ioredis or node-redis.
 *
 * @example
 * const redis = new Redis('redis://127.0.0.1:6379')
 * const suiteStore = redisSuiteStore(redis)
 * const suite = suiteToken({ suiteId, suiteSecret, suiteStore, store: redisTokenStore(redis) })
 */
export function redisSuiteStore(client: RedisClient, { prefix = '', timeout }: RedisOptions = {}): SuiteStore {
  const run = scriptRunner('redisSuiteStore', client, timeout)
  /** Returns a Redis key. The braces make a Redis cluster store all keys of a suite on the same node. */
  const keyOf = (suiteId: string, part: 'ticket' | 'codes' | 'timestamps'): string => `${prefix}{${suiteId}}:${part}`
  const codeKeys = (suiteId: string): string[] => [keyOf(suiteId, 'codes'), keyOf(suiteId, 'timestamps')]
  return {
    getTicket: async (suiteId) => text(await run(scripts.getTicket, [keyOf(suiteId, 'ticket')], [])),
    setTicket: async (suiteId, ticket, timestamp, ttl) => {
      const args = [ticket, timestamp, Math.max(1, Math.round(ttl))]
      await run(scripts.setTicket, [keyOf(suiteId, 'ticket')], args)
    },
    getPermanentCode: async (suiteId, corpId) =>
      text(await run(scripts.getPermanentCode, [keyOf(suiteId, 'codes')], [corpId])),
    setPermanentCode: async (suiteId, corpId, code, timestamp) => {
      await run(scripts.setPermanentCode, codeKeys(suiteId), [corpId, code, timestamp])
    },
    deletePermanentCode: async (suiteId, corpId, timestamp) => {
      await run(scripts.deletePermanentCode, codeKeys(suiteId), [corpId, timestamp])
    },
    listCorpIds: async (suiteId) => {
      const corpIds = await run(scripts.listCorpIds, [keyOf(suiteId, 'codes')], [])
      if (Array.isArray(corpIds)) return corpIds.map(text).filter((corpId) => corpId !== undefined)
      throw new TypeError(
        `redisSuiteStore: the client must reply with lists, got ${typeof corpIds}; remove the type mapping of the client`,
      )
    },
  }
}

function text(reply: unknown): string | undefined {
  return textReply('redisSuiteStore', reply)
}
