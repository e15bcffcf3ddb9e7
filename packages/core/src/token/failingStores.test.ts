import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ClientEvent } from '../events/ClientEvent.ts'
import { sampleEndpoint } from '../testing/fixtures/sampleEndpoint.ts'
import { authorizedCorpToken } from './authorizedCorpToken.ts'
import { corpToken } from './corpToken.ts'
import { call, corp, FakeTokens, settle, until } from './fixtures/corp.ts'
import { memoryTokenStore } from './memoryTokenStore.ts'
import { providerToken } from './providerToken.ts'
import { staticToken } from './staticToken.ts'
import { suiteToken } from './suiteToken.ts'
import type { TokenStore } from './TokenStore.ts'

const endpoint = sampleEndpoint('send')

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Never settles. The client of a database behaves like this if it queues commands while the database is down. */
const hang = (): Promise<never> => new Promise(() => undefined)
const hangingStore: TokenStore = { get: hang, set: hang, deleteIfEqual: hang }

const broken = (): never => {
  throw new RangeError('the store is closed')
}

/**
 * Returns a listener `onEvent` and a list `failures`. For each failed operation of the token store, the listener adds a
 * text to the list: the operation and the name of the error, e.g. `get TimeoutError`.
 */
function listenForFailures(): { failures: string[]; onEvent: (event: ClientEvent) => void } {
  const failures: string[] = []
  return {
    failures,
    onEvent: (event) => {
      if (event.type === 'store-failure') failures.push(`${event.operation} ${event.errorName}`)
    },
  }
}

test('default: a store that never answers costs two seconds', async () => {
  const { failures, onEvent } = listenForFailures()
  const get = vi.fn<TokenStore['get']>(hang)
  const { client } = corp({ store: { ...hangingStore, get } }, { onEvent })
  const startedAt = Date.now()
  const called = call(client)
  await until(() => get.mock.calls.length === 1)
  await vi.advanceTimersByTimeAsync(1_999)
  expect(failures).toEqual([])

  await vi.advanceTimersByTimeAsync(1)
  expect(failures).toEqual(['get TimeoutError'])
  await vi.advanceTimersByTimeAsync(20)
  expect(await called).toEqual({ value: 1 })
  expect(Date.now() - startedAt).toBe(2_020)

  await vi.advanceTimersByTimeAsync(1_990)
  expect(failures).toEqual(['get TimeoutError', 'set TimeoutError'])
  expect(vi.getTimerCount()).toBe(0)
})

test('behavior: calls use a token while the store still saves it', async () => {
  const { failures, onEvent } = listenForFailures()
  const { client, gettokens } = corp({ store: { ...memoryTokenStore(), set: hang } }, { onEvent })
  const first = call(client)
  await until(() => gettokens() === 1)
  await vi.advanceTimersByTimeAsync(20)
  expect(await first).toEqual({ value: 1 })

  const second = call(client)
  await vi.advanceTimersByTimeAsync(10)
  expect(await second).toEqual({ value: 1 })
  expect(failures).toEqual([])
  expect(gettokens()).toBe(1)
})

test('behavior: calls get a token without a hanging store, even if their totalTimeout ends before storeTimeout', async () => {
  const get = vi.fn<TokenStore['get']>(hang)
  const { client, gettokens } = corp({ store: { ...hangingStore, get } })
  const shortCall = async (): Promise<unknown> => {
    const called = call(client, { totalTimeout: 900 }).catch((error: unknown) => error)
    await until(() => get.mock.calls.length > 0)
    await vi.advanceTimersByTimeAsync(900)
    return called
  }

  expect(await shortCall()).toMatchObject({ kind: 'timeout' })
  await vi.advanceTimersByTimeAsync(100)
  expect(await shortCall()).toMatchObject({ kind: 'timeout' })
  // No call waits when the time of the store is up.
  await vi.advanceTimersByTimeAsync(200)
  expect(await shortCall()).toEqual({ value: 1 })
  expect(gettokens()).toBe(1)
})

test('behavior: storeTimeout limits each operation', async () => {
  const { failures, onEvent } = listenForFailures()
  const get = vi.fn<TokenStore['get']>(hang)
  const { client } = corp({ store: { ...hangingStore, get }, storeTimeout: 50 }, { onEvent })
  const called = call(client)
  await until(() => get.mock.calls.length === 1)
  await vi.advanceTimersByTimeAsync(50)

  expect(failures).toEqual(['get TimeoutError'])
  expect(await settle(called)).toEqual({ value: 1 })
})

test('behavior: a rejected token is replaced even if the store does not delete it', async () => {
  const { failures, onEvent } = listenForFailures()
  const store = memoryTokenStore()
  const { client, wecom } = corp({ store: { ...store, deleteIfEqual: hang } }, { onEvent })
  await settle(call(client))
  wecom.issued++

  expect(await settle(call(client))).toEqual({ value: 1 })
  expect(failures).toEqual(['delete TimeoutError'])
})

test.each(['get', 'set', 'deleteIfEqual'] as const)(
  'behavior: %s that throws at once fails no call',
  async (operation) => {
    const { failures, onEvent } = listenForFailures()
    const { client, wecom } = corp({ store: { ...memoryTokenStore(), [operation]: broken } }, { onEvent })
    await settle(call(client))
    wecom.issued++

    expect(await settle(call(client))).toEqual({ value: 1 })
    expect(failures.at(-1)).toMatch(/ RangeError$/)
  },
)

test('behavior: a late value is not used, and a late failure is ignored', async () => {
  const { failures, onEvent } = listenForFailures()
  const late = Promise.withResolvers<string>()
  const { client, sent } = corp({ store: { ...memoryTokenStore(), get: () => late.promise } }, { onEvent })
  await settle(call(client))
  late.reject(new RangeError('connection closed'))
  await settle(call(client))

  expect(sent.at(-1)?.token).toBe('t1')
  expect(failures).toEqual(['get TimeoutError'])
})

test('behavior: a rejected token is deleted from the shared store if it is still there', async () => {
  const store = memoryTokenStore()
  const keys: string[] = []
  const spied: TokenStore = {
    ...store,
    get: (key) => {
      keys.push(key)
      return store.get(key)
    },
  }
  const { client, wecom } = corp({ store: spied }, { retry: false })
  await settle(call(client))
  wecom.issued++
  wecom.nextAnswers.push({ errcode: -1, errmsg: 'system busy' })
  await expect(settle(call(client))).rejects.toMatchObject({ errcode: -1 })

  expect(await store.get(keys[0] ?? '')).toBeUndefined()
})

test('behavior: a rejected token that is still being saved is deleted afterwards', async () => {
  const inner = memoryTokenStore()
  const order: string[] = []
  const store: TokenStore = {
    get: inner.get,
    set: async (key, value, ttl) => {
      await new Promise((resolve) => setTimeout(resolve, 500))
      order.push('set')
      await inner.set(key, value, ttl)
    },
    deleteIfEqual: async (key, value) => {
      order.push('delete')
      await inner.deleteIfEqual(key, value)
    },
  }
  const wecom = new FakeTokens()
  const { client } = corp({ store }, {}, wecom)
  // WeCom invalidates it at once.
  vi.spyOn(wecom, 'current', 'get').mockReturnValueOnce('t0')
  expect(await settle(call(client))).toEqual({ value: 1 })

  expect(order.slice(0, 2)).toEqual(['set', 'delete'])
})

test.each(['signal', 'totalTimeout'] as const)('behavior: %s ends the waiting for a store', async (how) => {
  const { client, wecom, sent } = corp({ store: { ...memoryTokenStore(), deleteIfEqual: hang } })
  await settle(call(client))
  wecom.issued++
  const controller = new AbortController()
  const options = how === 'signal' ? { signal: controller.signal } : { totalTimeout: 100 }
  const called = client.request(endpoint, { id: 'a' }, options)
  const outcome = expect(called).rejects.toMatchObject({
    kind: how === 'signal' ? 'abort' : 'timeout',
    // WeCom rejected the token, so nothing happened.
    ambiguous: false,
  })
  const before = sent.length
  // WeCom rejects it after 10 ms; then the store deletes it.
  await vi.advanceTimersByTimeAsync(100)
  controller.abort()

  await outcome
  expect(sent).toHaveLength(before + 1)
})

const sources = {
  corpToken: (storeTimeout: number) => corpToken({ corpId: 'ww1', secret: 's3cret', storeTimeout }),
  suiteToken: (storeTimeout: number) =>
    suiteToken({ suiteId: 'wx1', suiteSecret: 's3cret', ticket: () => 'ticket', storeTimeout }),
  providerToken: (storeTimeout: number) => providerToken({ corpId: 'ww1', secret: 's3cret', storeTimeout }),
  authorizedCorpToken: (storeTimeout: number) =>
    authorizedCorpToken({ corpId: 'ww1', permanentCode: 'p3rmanent', suite: staticToken('s', 'suite'), storeTimeout }),
}

test.each(Object.entries(sources))('error: %s refuses an invalid storeTimeout', (_name, create) => {
  for (const storeTimeout of [Number.NaN, 0, -1, Infinity]) {
    expect(() => create(storeTimeout)).toThrow(/ token: storeTimeout must be a positive integer, got /)
  }
})
