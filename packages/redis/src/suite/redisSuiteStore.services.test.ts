import type { SuiteStore } from '@wecom/core'
import { testSuiteStore } from '@wecom/core/testing'
import { describe, expect, test } from 'vitest'
import { libraries, openRedis, sleep } from '../fixtures/openRedis.ts'
import { redisSuiteStore } from './redisSuiteStore.ts'

const redis = openRedis()

describe.each(libraries)('%s', (library) => {
  const createStore = async (): Promise<SuiteStore> =>
    redisSuiteStore(await redis().connect(library), { prefix: `${crypto.randomUUID()}:` })
  testSuiteStore(createStore, { test: test.concurrent, wait: sleep })
})

test('behavior: processes with the same prefix share tickets and codes', async () => {
  const one = redisSuiteStore(await redis().connect('ioredis'), { prefix: 'shared:' })
  const other = redisSuiteStore(await redis().connect('node-redis'), { prefix: 'shared:' })
  const elsewhere = redisSuiteStore(await redis().connect(), { prefix: 'staging:' })
  await one.setTicket('wx1', 'ticket', 100, 10_000)
  await one.setPermanentCode('wx1', 'ww1', 'code', 100)

  expect(await other.getTicket('wx1')).toBe('ticket')
  expect(await other.getPermanentCode('wx1', 'ww1')).toBe('code')
  expect(await elsewhere.getTicket('wx1')).toBeUndefined()
  expect(await elsewhere.listCorpIds('wx1')).toEqual([])
})

test('behavior: of many at once the one with the latest timestamp stays', async () => {
  const stores = [await redis().connect('ioredis'), await redis().connect('node-redis')].map((client) =>
    redisSuiteStore(client, { prefix: 'race:' }),
  )
  const timestamps = Array.from({ length: 100 }, (_, index) => 1_000 + ((index * 37) % 100))
  await Promise.all(
    timestamps.flatMap((timestamp) =>
      stores.flatMap((store) => [
        store.setTicket('wx1', `ticket ${timestamp}`, timestamp, 10_000),
        store.setPermanentCode('wx1', 'ww1', `code ${timestamp}`, timestamp),
        store.deletePermanentCode('wx1', 'ww1', timestamp - 1),
      ]),
    ),
  )

  expect(await stores[0]?.getTicket('wx1')).toBe('ticket 1099')
  expect(await stores[0]?.getPermanentCode('wx1', 'ww1')).toBe('code 1099')
})

test('behavior: the ticket alone expires, and the keys of a suite have the same hash tag', async () => {
  const store = redisSuiteStore(await redis().connect(), { prefix: 'keys:' })
  await store.setTicket('wx1', 'ticket', 100, 30 * 60_000)
  await store.setPermanentCode('wx1', 'ww1', 'code', 100)
  const { admin } = redis()
  const keys = (await admin.keys('keys:*')).toSorted()
  const expiring = await Promise.all(keys.map(async (key) => (await admin.pttl(key)) > 0))

  expect(keys).toEqual(['keys:{wx1}:codes', 'keys:{wx1}:ticket', 'keys:{wx1}:timestamps'])
  expect(expiring).toEqual([false, true, false])
  expect(await admin.pttl('keys:{wx1}:ticket')).toBeGreaterThan(29 * 60_000)
})

test('behavior: a code that was deleted leaves nothing', async () => {
  const store = redisSuiteStore(await redis().connect(), { prefix: 'deleted:' })
  await store.setPermanentCode('wx1', 'ww1', 'code', 100)
  await store.deletePermanentCode('wx1', 'ww1', 100)

  expect(await redis().admin.keys('deleted:*')).toEqual([])
})

test('behavior: fractions of a millisecond are rounded, to 1 at least', async () => {
  const store = redisSuiteStore(await redis().connect(), { prefix: 'rounded:' })
  await store.setTicket('wx1', 'ticket', 100, 9_999.7)
  expect(await store.getTicket('wx1')).toBe('ticket')

  await store.setTicket('wx1', 'short', 100, 0.2)
  await sleep(10)
  expect(await store.getTicket('wx1')).toBeUndefined()
})
