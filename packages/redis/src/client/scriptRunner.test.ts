import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { redisDedupeStore } from '../dedupe/redisDedupeStore.ts'
import { redisTokenStore } from '../token/redisTokenStore.ts'
import type { IoRedisClient, NodeRedisClient, RedisClient } from './RedisClient.ts'
import { scriptRunner } from './scriptRunner.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const script = 'return 1'
/** `sha1sum` of the script. */
const sha1 = 'e0e1f9fabfc9d4800c877a703b823ac0578ff8db'
const unknownScript = (): Promise<never> => Promise.reject(new Error('NOSCRIPT No matching script.'))

function ioredis(evalsha: IoRedisClient['evalsha']): { client: IoRedisClient; sent: unknown[] } {
  const sent: unknown[] = []
  const client: IoRedisClient = {
    eval: async (...args) => sent.push(['eval', ...args]) && 'reply',
    evalsha: (...args) => {
      sent.push(['evalsha', ...args])
      return evalsha(...args)
    },
  }
  return { client, sent }
}

function nodeRedis(evalSha: NodeRedisClient['evalSha']): { client: NodeRedisClient; sent: unknown[] } {
  const sent: unknown[] = []
  const client: NodeRedisClient = {
    eval: async (...args) => sent.push(['eval', ...args]) && 'reply',
    evalSha: (...args) => {
      sent.push(['evalSha', ...args])
      return evalSha(...args)
    },
  }
  return { client, sent }
}

test('default: ioredis gets the hash of the script, keys and arguments in a row', async () => {
  const { client, sent } = ioredis(async () => 'reply')
  expect(await scriptRunner('test', client)(script, ['k1', 'k2'], ['a', 5])).toBe('reply')

  expect(sent).toEqual([['evalsha', sha1, 2, 'k1', 'k2', 'a', '5']])
})

test('default: node-redis gets the hash of the script, keys and arguments as options', async () => {
  const { client, sent } = nodeRedis(async () => 'reply')
  expect(await scriptRunner('test', client)(script, ['k1', 'k2'], ['a', 5])).toBe('reply')

  expect(sent).toEqual([['evalSha', sha1, { keys: ['k1', 'k2'], arguments: ['a', '5'] }]])
})

test('behavior: a script that Redis does not know is sent as text, by ioredis', async () => {
  const { client, sent } = ioredis(unknownScript)
  expect(await scriptRunner('test', client)(script, ['k'], ['a'])).toBe('reply')

  expect(sent[1]).toEqual(['eval', script, 1, 'k', 'a'])
})

test('behavior: a script that Redis does not know is sent as text, by node-redis', async () => {
  const { client, sent } = nodeRedis(unknownScript)
  expect(await scriptRunner('test', client)(script, ['k'], ['a'])).toBe('reply')

  expect(sent[1]).toEqual(['eval', script, { keys: ['k'], arguments: ['a'] }])
})

test('error: any other failure is thrown, and nothing is sent again', async () => {
  const { client, sent } = ioredis(() => Promise.reject(new Error('READONLY')))

  await expect(scriptRunner('test', client)(script, [], [])).rejects.toThrow('READONLY')
  expect(sent).toHaveLength(1)
})

test('error: a command without a reply fails after two seconds, and onLate receives a late reply', async () => {
  const reply = Promise.withResolvers<unknown>()
  const { client, sent } = ioredis(() => reply.promise)
  const onLate = vi.fn<(reply: unknown) => void>()
  const outcome = expect(scriptRunner('test', client)(script, [], [], onLate)).rejects.toMatchObject({
    name: 'TimeoutError',
    message: 'Redis did not reply within 2000 ms',
  })
  await vi.waitUntil(() => sent.length === 1)
  await vi.advanceTimersByTimeAsync(2_000)
  await outcome
  expect(onLate).not.toHaveBeenCalled()

  reply.resolve(7)
  await vi.advanceTimersByTimeAsync(0)
  expect(onLate).toHaveBeenCalledWith(7)
})

test('behavior: a reply in time leaves no timer', async () => {
  const { client } = ioredis(async () => 1)
  await scriptRunner('test', client)(script, [], [])

  expect(vi.getTimerCount()).toBe(0)
})

test.each([0, -1, 1.5, Number.NaN, Infinity])('error: a timeout of %d is refused', (timeout) => {
  const { client } = ioredis(async () => 1)

  expect(() => redisTokenStore(client, { timeout })).toThrow(
    `redisTokenStore: timeout must be a positive integer, got ${timeout}`,
  )
  expect(() => redisDedupeStore(client, { timeout })).toThrow('redisDedupeStore: timeout must be a positive integer')
})

test.each<unknown>([undefined, null, 'redis://127.0.0.1', {}, { eval: async () => 1 }])(
  'error: %o is no client',
  (value) => {
    expect(() => redisTokenStore(value as RedisClient)).toThrow(
      'redisTokenStore: client must be a client of ioredis or of redis (node-redis)',
    )
  },
)
