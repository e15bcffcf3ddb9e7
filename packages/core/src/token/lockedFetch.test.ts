import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ClientEvent } from '../events/ClientEvent.ts'
import { testSharedTokenStore } from '../testing/testSharedTokenStore.ts'
import { testTokenStore } from '../testing/testTokenStore.ts'
import { call, corp, type Corp, FakeTokens, settle, turn, until } from './fixtures/corp.ts'
import { lockingStore } from './fixtures/lockingStore.ts'
import type { SharedTokenStore } from './TokenStore.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const runner = { test, wait: (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds) }
testTokenStore(lockingStore, runner)
testSharedTokenStore(lockingStore, runner)

/** Simulates `count` processes of one corp. Each process has its own token source. All processes share `store`. */
function processes(count: number, store = lockingStore(), wecom = new FakeTokens()): readonly Corp[] {
  return Array.from({ length: count }, () => corp({ store }, { retry: false }, wecom))
}

const closed = (): Promise<never> => Promise.reject(new RangeError('the store is closed'))

function listen(): { failures: string[]; onEvent: (event: ClientEvent) => void } {
  const failures: string[] = []
  const onEvent = (event: ClientEvent): void => {
    if (event.type === 'store-failure') failures.push(`${event.operation} ${event.errorName}`)
  }
  return { failures, onEvent }
}

test('default: of eight processes that start at once, one requests the token', async () => {
  const corps = processes(8)
  expect(await settle(Promise.all(corps.map(({ client }) => call(client))))).toHaveLength(8)

  expect(corps.map(({ gettokens }) => gettokens()).reduce((sum, count) => sum + count)).toBe(1)
})

test('behavior: a token that is rejected in all processes is replaced once', async () => {
  const wecom = new FakeTokens()
  const corps = processes(4, lockingStore(), wecom)
  await settle(Promise.all(corps.map(({ client }) => call(client))))
  wecom.issued++
  await settle(Promise.all(corps.map(({ client }) => call(client))))

  expect(corps.map(({ gettokens }) => gettokens()).reduce((sum, count) => sum + count)).toBe(2)
})

test('behavior: the lock is released once the token is saved, not before', async () => {
  const store = lockingStore()
  const order: string[] = []
  const { client } = corp({
    store: {
      ...store,
      lock: async (...args) => {
        const { version, release } = await store.lock(...args)
        return {
          version,
          release: async () => {
            order.push('release')
            await release()
          },
        }
      },
      setIfNewer: async (...args) => {
        await new Promise((resolve) => setTimeout(resolve, 100))
        order.push(`set ${args[3]}`)
        return store.setIfNewer(...args)
      },
    },
  })
  await settle(call(client))
  await vi.runAllTimersAsync()

  expect(order).toEqual(['set 1', 'release'])
})

test('behavior: a failing lock fails no call, and is reported', async () => {
  const { failures, onEvent } = listen()
  const { client, gettokens } = corp({ store: { ...lockingStore(), lock: closed } }, { onEvent })

  expect(await settle(call(client))).toEqual({ value: 1 })
  expect([gettokens(), failures]).toEqual([1, ['lock RangeError']])
})

test('behavior: a process does not try to lock a store that has just failed', async () => {
  const { failures, onEvent } = listen()
  const store = lockingStore()
  const lock = vi.fn<SharedTokenStore['lock']>(store.lock)
  const { client } = corp({ store: { ...store, get: closed, lock } }, { onEvent })

  expect(await settle(call(client))).toEqual({ value: 1 })
  expect(lock).not.toHaveBeenCalled()
  expect(failures).toEqual(['get RangeError'])
})

test('behavior: without the store, a process requests one token a minute', async () => {
  const { client, wecom, gettokens } = corp({ store: { ...lockingStore(), lock: closed } })
  await settle(call(client))
  wecom.issued++
  // The other process has invalidated the token; calls fail for the rest of the minute.
  await expect(settle(call(client))).rejects.toMatchObject({ errcode: 42001 })
  await expect(settle(call(client))).rejects.toMatchObject({ errcode: 42001 })
  expect(gettokens()).toBe(1)

  await vi.advanceTimersByTimeAsync(60_000)
  expect(await settle(call(client))).toEqual({ value: 1 })
  expect(gettokens()).toBe(2)
})

test('behavior: without the store, a token is replaced when it expires, also soon after it was requested', async () => {
  const wecom = new FakeTokens()
  const { client, sent } = corp({ store: { ...lockingStore(), lock: closed } }, {}, wecom)
  // Near the end of a token, WeCom returns the same token again, with the rest of its lifetime.
  wecom.nextAnswers.push({ errcode: 0, errmsg: 'ok', access_token: 't0', expires_in: 30 })
  vi.spyOn(wecom, 'current', 'get').mockReturnValueOnce('t0')
  await settle(call(client))
  await vi.advanceTimersByTimeAsync(31_000)

  expect(await settle(call(client))).toEqual({ value: 1 })
  expect(sent.map(({ path, token }) => token ?? path)).toEqual(['/cgi-bin/gettoken', 't0', '/cgi-bin/gettoken', 't1'])
})

test('behavior: a token that was requested without the lock is not saved', async () => {
  const store = lockingStore()
  const set = vi.spyOn(store, 'set')
  const { client } = corp({ store: { ...store, lock: closed } })
  await settle(call(client))

  expect(set).not.toHaveBeenCalled()
})

test('behavior: a wait for the lock may exceed storeTimeout', async () => {
  const { failures, onEvent } = listen()
  const store = lockingStore()
  const keys: string[] = []
  const get = vi.spyOn(store, 'get').mockImplementation(async (key) => void keys.push(key))
  const probe = corp({ store })
  await settle(call(probe.client))
  get.mockRestore()
  await vi.runAllTimersAsync()
  const [key = expect.fail('no key')] = keys
  const lock = await store.lock(key, 5_000, new AbortController().signal)

  const { client, gettokens } = corp({ store, storeTimeout: 50 }, { onEvent }, probe.wecom)
  await store.deleteIfEqual(key, (await store.get(key)) ?? '')
  const called = call(client)
  await turn()
  await vi.advanceTimersByTimeAsync(20_000)
  expect([gettokens(), failures]).toEqual([0, []])

  await lock.release()
  expect(await settle(called)).toEqual({ value: 1 })
  expect(gettokens()).toBe(1)
})

test('behavior: no call waits for the lock while the old token works', async () => {
  const store = lockingStore()
  const { client, sent } = corp({ store })
  await settle(call(client))
  await vi.advanceTimersByTimeAsync(115 * 60_000)
  const locking = vi.spyOn(store, 'lock').mockImplementation(() => new Promise(() => undefined))
  const called = call(client, { totalTimeout: 1_000 })
  await until(() => locking.mock.calls.length === 1)
  await vi.advanceTimersByTimeAsync(10)

  expect(await called).toEqual({ value: 1 })
  expect(sent.at(-1)?.token).toBe('t1')
})

test('behavior: aborting the last call ends the wait for the lock, without reporting a failure of the store', async () => {
  const { failures, onEvent } = listen()
  const store = lockingStore()
  const locking = vi.fn<SharedTokenStore['lock']>(
    (_key, _ttl, signal) =>
      new Promise<never>((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('aborted')))),
  )
  const { client, gettokens } = corp({ store: { ...store, lock: locking } }, { onEvent })
  const outcome = expect(call(client, { totalTimeout: 100 })).rejects.toMatchObject({ kind: 'timeout' })
  await until(() => locking.mock.calls.length === 1)
  await vi.advanceTimersByTimeAsync(100)
  await outcome
  await turn()

  expect([gettokens(), failures]).toEqual([0, []])
  expect(vi.getTimerCount()).toBe(0)
})

test('behavior: a refused request for a token releases the lock', async () => {
  const store = lockingStore()
  const wecom = new FakeTokens()
  const [first, second] = [corp({ store }, { retry: false }, wecom), corp({ store }, {}, wecom)]
  wecom.nextAnswers.push({ errcode: -1, errmsg: 'system busy' })
  await expect(settle(call(first.client))).rejects.toMatchObject({ errcode: -1 })

  expect(await settle(call(second.client))).toEqual({ value: 1 })
})
