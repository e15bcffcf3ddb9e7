import { expect, test } from 'vitest'
import { redisCallLimiter } from '../limits/redisCallLimiter.ts'
import type { LimiterEvent } from '../limits/Link.ts'
import { redisDedupeStore } from '../dedupe/redisDedupeStore.ts'
import { redisTokenStore } from '../token/redisTokenStore.ts'
import { integerReply } from './integerReply.ts'
import type { IoRedisClient } from './RedisClient.ts'

function clientThatReplies(reply: unknown): IoRedisClient {
  return { eval: async () => reply, evalsha: async () => reply }
}

const { signal } = new AbortController()

test.each([
  [1, 1],
  ['1', 1],
  ['-60000', -60_000],
  [0, 0],
])('default: %o', (reply, number) => {
  expect(integerReply('test', reply)).toBe(number)
})

test.each([
  [null, 'object'],
  [undefined, 'undefined'],
  ['', 'string '],
  ['OK', 'string OK'],
  [1.5, 'number 1.5'],
  [true, 'boolean'],
  [1n, 'bigint'],
  [['1'], 'object'],
  [new Uint8Array([49]), 'object'],
])('error: %o', (reply, got) => {
  expect(() => integerReply('test', reply)).toThrow(
    `test: the client must reply with an integer, as a number or as digits, got ${got}; remove the option typeMapping of the client`,
  )
})

test('behavior: the reply "1" counts as 1', async () => {
  const client = clientThatReplies('1')

  expect(await redisDedupeStore(client).add('key', 1_000)).toBe(true)
  expect(await redisTokenStore(client).setIfNewer('key', 'value', 1_000, 1)).toBe(true)
  const lock = await redisTokenStore(client).lock('key', 1_000, signal)
  expect(lock.version).toBe(1)
  await lock.release()
})

test('behavior: the reply "0" counts as 0', async () => {
  const client = clientThatReplies('0')

  expect(await redisDedupeStore(client).add('key', 1_000)).toBe(false)
  expect(await redisTokenStore(client).setIfNewer('key', 'value', 1_000, 1)).toBe(false)
})

test('error: a reply that is no integer is refused', async () => {
  const client = clientThatReplies(true)
  const message = 'the client must reply with an integer'

  await expect(redisDedupeStore(client).add('key', 1_000)).rejects.toThrow(`redisDedupeStore: ${message}`)
  await expect(redisTokenStore(client).setIfNewer('key', 'value', 1_000, 1)).rejects.toThrow(message)
  await expect(redisTokenStore(client).lock('key', 1_000, signal)).rejects.toThrow(`redisTokenStore: ${message}`)
})

test('error: a limiter whose client replies without integers continues without Redis', async () => {
  const events: LimiterEvent[] = []
  const client = clientThatReplies(['1', 5, 0, true, -1, ''])
  const limiter = redisCallLimiter(client, { corpId: 'ww1', onEvent: (event) => events.push(event) })
  const endpoint = { name: 'x', path: '/x', effect: 'read' } as never

  expect(await limiter.run(endpoint, async () => 'done', undefined, {})).toBe('done')
  expect(events).toMatchObject([{ type: 'redis-lost', errorName: 'TypeError' }])
})
