import { createCallbackHandler, type DedupeStore, encryptMessage, importKey, signMessage } from '@wecom/callback'
import { testDedupeStore } from '@wecom/callback/testing'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { clientThatLosesReply, clientThatSendsTwice } from '../fixtures/brokenConnection.ts'
import { libraries, openRedis, sleep } from '../fixtures/openRedis.ts'
import { redisDedupeStore } from './redisDedupeStore.ts'

const redis = openRedis()

describe.each(libraries)('%s', (library) => {
  const createStore = async (): Promise<DedupeStore> =>
    redisDedupeStore(await redis().connect(library), { prefix: `${crypto.randomUUID()}:` })
  testDedupeStore(createStore, { test: test.concurrent, wait: sleep }, { comparesOwners: true })
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

const settings = {
  token: 'fixtureToken7f3a',
  encodingAesKey: 'p7Qm2ZxV9bLt4KdRwYc6HsJ1uNfGaE8oX3iTvBkMz5U',
  receiveIds: ['ww1'],
}

function delivery(message: string): Request {
  const encrypt = encryptMessage({ key: importKey(settings.encodingAesKey), receiveId: 'ww1', message })
  const query = { timestamp: '1735689600', nonce: '1' }
  const signature = signMessage({ ...settings, ...query, encrypt })
  const search = new URLSearchParams({ ...query, msg_signature: signature })
  return new Request(`https://crm.example.com/?${search}`, { method: 'POST', body: JSON.stringify({ encrypt }) })
}

test('behavior: an event stays accepted although the add of another process fails later', async () => {
  const prefix = `${crypto.randomUUID()}:`
  const onEvent = vi.fn<() => void>()
  const store = redisDedupeStore(clientThatLosesReply(redis().admin), { prefix })
  const remove = vi.fn<DedupeStore['delete']>(store.delete)
  const [failing, other] = [{ ...store, delete: remove }, redisDedupeStore(redis().admin, { prefix })].map((dedupe) =>
    createCallbackHandler({ ...settings, onEvent, onError: () => {}, dedupe }),
  )
  expect(await other?.(delivery('<xml/>'))).toHaveProperty('status', 200)
  expect(await failing?.(delivery('<xml/>'))).toHaveProperty('status', 500)
  await vi.waitFor(() => expect(remove).toHaveBeenCalledOnce(), 20_000)
  await remove.mock.results[0]?.value

  for (const handle of [other, failing]) expect(await handle?.(delivery('<xml/>'))).toHaveProperty('status', 200)
  expect(onEvent).toHaveBeenCalledOnce()
})
