import { expect, test } from 'vitest'
import type { IoRedisClient } from '../client/RedisClient.ts'
import { redisTokenStore } from '../token/redisTokenStore.ts'
import { redisSuiteStore } from './redisSuiteStore.ts'

function clientThatReplies(reply: unknown): IoRedisClient {
  return { eval: async () => reply, evalsha: async () => reply }
}

test('error: a client that maps texts is refused by name', async () => {
  const client = clientThatReplies(new Uint8Array([1]))
  const message = 'the client must reply with texts, got object; do not map them'

  await expect(redisSuiteStore(client).getTicket('wx1')).rejects.toThrow(`redisSuiteStore: ${message}`)
  await expect(redisSuiteStore(client).getPermanentCode('wx1', 'ww1')).rejects.toThrow(`redisSuiteStore: ${message}`)
  await expect(redisTokenStore(client).get('key')).rejects.toThrow(`redisTokenStore: ${message}`)
})

test('error: corp ids that are no texts are refused', async () => {
  const store = redisSuiteStore(clientThatReplies([new Uint8Array([1])]))

  await expect(store.listCorpIds('wx1')).rejects.toThrow('redisSuiteStore: the client must reply with texts')
})

test('error: a list of corp ids that is no list is refused', async () => {
  const store = redisSuiteStore(clientThatReplies('ww1'))

  await expect(store.listCorpIds('wx1')).rejects.toThrow(
    'redisSuiteStore: the client must reply with lists, got string',
  )
})

test.each([null, undefined])('behavior: the reply %s means that there is nothing', async (reply) => {
  expect(await redisSuiteStore(clientThatReplies(reply)).getTicket('wx1')).toBeUndefined()
  expect(await redisTokenStore(clientThatReplies(reply)).get('key')).toBeUndefined()
})

test('error: a timeout of 0 is refused', () => {
  expect(() => redisSuiteStore(clientThatReplies(null), { timeout: 0 })).toThrow(
    'redisSuiteStore: timeout must be a positive integer, got 0',
  )
})
