import { testSharedTokenStore, testTokenStore } from '@wecom/core/testing'
import { describe, expect, test } from 'vitest'
import { clientThatLosesReply, clientThatSendsTwice } from '../fixtures/brokenConnection.ts'
import { libraries, openRedis, sleep } from '../fixtures/openRedis.ts'
import { redisTokenStore } from './redisTokenStore.ts'

const redis = openRedis()

describe.each(libraries)('%s', (library) => {
  const createStore = async () => redisTokenStore(await redis().connect(library), { prefix: `${crypto.randomUUID()}:` })
  testTokenStore(createStore, { test: test.concurrent, wait: sleep })
  testSharedTokenStore(createStore, { test: test.concurrent, wait: sleep })
})

const { signal } = new AbortController()

test('behavior: a command that the client sends twice acquires the lock', async () => {
  const store = redisTokenStore(clientThatSendsTwice(redis().admin), { prefix: `${crypto.randomUUID()}:` })
  const first = await store.lock('key', 60_000, signal)
  await first.release()
  const second = await store.lock('key', 60_000, signal)

  expect(second.version).toBeGreaterThan(first.version)
  await second.release()
})

test('behavior: a lock whose reply was lost is free for the next caller', async () => {
  const store = redisTokenStore(clientThatLosesReply(redis().admin), { prefix: `${crypto.randomUUID()}:` })
  await expect(store.lock('key', 60_000, signal)).rejects.toThrow('Socket closed unexpectedly')

  await (await store.lock('key', 60_000, signal)).release()
})

test('behavior: a lock that Redis gives after it lost its data has a higher version than the saved token', async () => {
  const prefix = `${crypto.randomUUID()}:`
  const store = redisTokenStore(await redis().connect(), { prefix })
  const before = await store.lock('key', 60_000, signal)
  await before.release()
  const underWay = await store.lock('key', 60_000, signal)
  const { admin } = redis()
  await admin.del(await admin.keys(`${prefix}*`))
  await store.setIfNewer('key', 'old', 60_000, underWay.version)
  const next = await store.lock('key', 60_000, signal)

  expect(next.version).toBeGreaterThan(underWay.version)
  expect(await store.setIfNewer('key', 'new', 60_000, next.version)).toBe(true)
  expect(await store.get('key')).toBe('new')
  await Promise.all([underWay.release(), next.release()])
})
