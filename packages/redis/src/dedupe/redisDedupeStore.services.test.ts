import type { DedupeStore } from '@wecom/callback'
import { testDedupeStore } from '@wecom/callback/testing'
import { afterEach, describe, expect, test } from 'vitest'
import { clientThatLosesReply, clientThatSendsTwice } from '../fixtures/brokenConnection.ts'
import { libraries, openRedis, sleep } from '../fixtures/openRedis.ts'
import { redisDedupeStore } from './redisDedupeStore.ts'

const redis = openRedis()

describe.each(libraries)('%s', (library) => {
  const createStore = async (): Promise<DedupeStore> =>
    redisDedupeStore(await redis().connect(library), { prefix: `${crypto.randomUUID()}:` })
  testDedupeStore(createStore, { test: test.concurrent, wait: sleep })
})

afterEach(() => {
  redis().server.resume()
})

test.each(libraries)('behavior: a key whose reply came too late can be added again, %s', async (library) => {
  const store = redisDedupeStore(await redis().connect(library), { prefix: `${crypto.randomUUID()}:`, timeout: 300 })
  redis().server.pause()
  await expect(store.add('key', 60_000)).rejects.toMatchObject({ name: 'TimeoutError' })
  await expect(store.add('key', 60_000)).rejects.toMatchObject({ name: 'TimeoutError' })
  redis().server.resume()

  expect(await store.add('key', 60_000)).toBe(true)
  expect(await store.add('key', 60_000)).toBe(false)
})

test('behavior: a key whose reply was lost can be added again', async () => {
  const store = redisDedupeStore(clientThatLosesReply(redis().admin), { prefix: `${crypto.randomUUID()}:` })
  await expect(store.add('key', 60_000)).rejects.toThrow('Socket closed unexpectedly')

  expect(await store.add('key', 60_000)).toBe(true)
  expect(await store.add('key', 60_000)).toBe(false)
})

test('behavior: a command that the client sends twice adds the key', async () => {
  const store = redisDedupeStore(clientThatSendsTwice(redis().admin), { prefix: `${crypto.randomUUID()}:` })

  expect(await store.add('key', 60_000)).toBe(true)
  expect(await store.add('key', 60_000)).toBe(false)
})

test('behavior: a failed add does not delete the key of another process', async () => {
  const prefix = `${crypto.randomUUID()}:`
  const [failing, other] = [clientThatLosesReply(redis().admin), redis().admin].map((client) =>
    redisDedupeStore(client, { prefix }),
  )
  await other?.add('key', 60_000)
  await expect(failing?.add('key', 60_000)).rejects.toThrow('Socket closed unexpectedly')

  expect(await failing?.add('key', 60_000)).toBe(false)
})
