import { expect, test, vi } from 'vitest'
import type { IoRedisClient } from '../client/RedisClient.ts'
import { redisTokenStore } from '../token/redisTokenStore.ts'
import { redisSuiteStore } from './redisSuiteStore.ts'

function clientThatReplies(reply: unknown): IoRedisClient {
  return { eval: async () => reply, evalsha: async () => reply }
}

test('default: keys have no prefix, and scripts get no more than they need', async () => {
  const run = vi.fn<IoRedisClient['eval']>(async (_script, _count, key) => (key === '{wx1}:codes' ? [] : null))
  const store = redisSuiteStore({ eval: run, evalsha: run })
  await store.getTicket('wx1')
  await store.setTicket('wx1', 'ticket', 100, 1_000)
  await store.setPermanentCode('wx1', 'ww1', 'code', 100)
  await store.listCorpIds('wx1')

  expect(run.mock.calls.map(([, ...sent]) => sent)).toEqual([
    [1, '{wx1}:ticket'],
    [1, '{wx1}:ticket', 'ticket', '100', '1000'],
    [2, '{wx1}:codes', '{wx1}:timestamps', 'ww1', 'code', '100'],
    [1, '{wx1}:codes'],
  ])
})

test('error: a client that maps texts is refused by name', async () => {
  const client = clientThatReplies(new Uint8Array([1]))
  const message = 'the client must reply with texts, got object; remove the type mapping of the client'

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
  expect(await redisSuiteStore(clientThatReplies(['ww1', reply])).listCorpIds('wx1')).toEqual(['ww1'])
  expect(await redisTokenStore(clientThatReplies(reply)).get('key')).toBeUndefined()
})

test('error: a timeout of 0 is refused', () => {
  expect(() => redisSuiteStore(clientThatReplies(null), { timeout: 0 })).toThrow(
    'redisSuiteStore: timeout must be a positive integer, got 0',
  )
})
