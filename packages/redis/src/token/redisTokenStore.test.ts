import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { IoRedisClient } from '../client/RedisClient.ts'
import { redisTokenStore } from './redisTokenStore.ts'
import * as scripts from './scripts.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

type Name = keyof typeof scripts

/**
 * Creates a token store with a fake Redis client. The client reports every hash of a script as unknown (`NOSCRIPT`), so
 * the store sends the full text of the script. `replies` can contain a function for each script, under the name of the
 * script. This function returns what Redis replies to the script. Default reply: 1.
 */
function fakeRedis(replies: Partial<Record<Name, () => unknown>> = {}) {
  const sent: [Name, ...unknown[]][] = []
  const nameOf = (text: string): Name => {
    const [name] = Object.entries(scripts).find(([, script]) => script === text) ?? []
    return name as Name
  }
  const client: IoRedisClient = {
    evalsha: () => Promise.reject(new Error('NOSCRIPT')),
    eval: async (text, _count, ...args) => {
      const name = nameOf(text)
      sent.push([name, ...args])
      return (replies[name] ?? (() => 1))()
    },
  }
  const count = (name: Name): number => sent.filter(([each]) => each === name).length
  return { sent, count, store: redisTokenStore(client) }
}

const { signal: neverAborts } = new AbortController()

test('default: keys have no prefix, and times are whole milliseconds from 1 on', async () => {
  const { store, sent } = fakeRedis({ get: () => null })
  await store.get('t')
  await store.set('t', 'token', 99.6)
  await store.setIfNewer('t', 'token', 0.2, 7)
  await store.deleteIfEqual('t', 'token')

  expect(sent).toEqual([
    ['get', '{t}:value'],
    ['set', '{t}:value', 'token', '100'],
    ['setIfNewer', '{t}:value', '{t}:versions', 'token', '1', '7'],
    ['deleteIfEqual', '{t}:value', 'token'],
  ])
})

test('default: a lock is renewed three times in its time, by its holder, until it is released', async () => {
  const { store, sent, count } = fakeRedis({ lock: () => 4 })
  const lock = await store.lock('t', 3_000, neverAborts)
  expect(lock.version).toBe(4)
  await vi.advanceTimersByTimeAsync(999)
  expect(count('renew')).toBe(0)
  await vi.advanceTimersByTimeAsync(2_001)
  expect(count('renew')).toBe(3)

  await lock.release()
  expect(vi.getTimerCount()).toBe(0)
  const [[, , , id] = []] = sent
  expect(id).toMatch(/^[0-9a-f-]{36}$/)
  expect([sent[0], sent[1], sent.at(-1)]).toEqual([
    ['lock', '{t}:lock', '{t}:versions', id, '3000'],
    ['renew', '{t}:lock', id, '3000'],
    ['deleteIfEqual', '{t}:lock', id],
  ])
})

test('behavior: a lock that was lost is not renewed any more', async () => {
  const { store, count } = fakeRedis({ renew: () => 0 })
  await store.lock('t', 3_000, neverAborts)
  await vi.advanceTimersByTimeAsync(9_000)

  expect(count('renew')).toBe(1)
  expect(vi.getTimerCount()).toBe(0)
})

test('behavior: a renewal that fails is tried again', async () => {
  const { store, count } = fakeRedis({ renew: () => Promise.reject(new Error('LOADING')) })
  await store.lock('t', 3_000, neverAborts)
  await vi.advanceTimersByTimeAsync(3_000)

  expect(count('renew')).toBe(3)
})

test('behavior: renewal ends with the signal', async () => {
  const { store, count } = fakeRedis()
  const controller = new AbortController()
  await store.lock('t', 3_000, controller.signal)
  controller.abort()
  await vi.advanceTimersByTimeAsync(3_000)

  expect(count('renew')).toBe(0)
})

test('behavior: a signal that aborts while Redis gives the lock leaves no renewal', async () => {
  const controller = new AbortController()
  const { store, count } = fakeRedis({
    lock: () => {
      controller.abort()
      return 1
    },
  })
  await store.lock('t', 3_000, controller.signal)
  await vi.advanceTimersByTimeAsync(3_000)

  expect(count('renew')).toBe(0)
})

test('behavior: a release takes its listener off the signal', async () => {
  const { store } = fakeRedis()
  const { signal } = new AbortController()
  const removed = vi.spyOn(signal, 'removeEventListener')
  const lock = await store.lock('t', 3_000, signal)
  await lock.release()

  expect(removed).toHaveBeenCalledExactlyOnceWith('abort', expect.any(Function))
})

test.each([
  [0, 50],
  [0.5, 75],
])('behavior: looks at a taken lock again after 50 to 100 ms, at a random of %d after %d', async (random, pause) => {
  vi.spyOn(Math, 'random').mockReturnValue(random)
  const versions = [0, 0, 5]
  const { store, count } = fakeRedis({ lock: () => versions.shift() })
  const { signal } = new AbortController()
  const removed = vi.spyOn(signal, 'removeEventListener')
  const waiting = store.lock('t', 3_000, signal)
  await vi.advanceTimersByTimeAsync(pause - 1)
  expect(count('lock')).toBe(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(count('lock')).toBe(2)
  await vi.advanceTimersByTimeAsync(pause)

  expect((await waiting).version).toBe(5)
  // Each of the two pauses has removed its listener from the signal.
  expect(removed).toHaveBeenCalledTimes(2)
})

test('behavior: an abort ends the wait at once, without a timer left', async () => {
  const { store, count } = fakeRedis({ lock: () => 0 })
  const controller = new AbortController()
  const outcome = expect(store.lock('t', 3_000, controller.signal)).rejects.toThrow('enough')
  await vi.advanceTimersByTimeAsync(10)
  controller.abort(new Error('enough'))

  await outcome
  expect(vi.getTimerCount()).toBe(0)
  expect(count('lock')).toBe(1)
})

test('error: a signal that has aborted asks for no lock', async () => {
  const { store, sent } = fakeRedis()

  await expect(store.lock('t', 3_000, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough')
  expect(sent).toEqual([])
})

test('behavior: a question for the lock without a reply in time is followed by releases, at once and after the reply', async () => {
  const reply = Promise.withResolvers<number>()
  const { store, count } = fakeRedis({
    lock: () => reply.promise,
    deleteIfEqual: () => Promise.reject(new Error('gone')),
  })
  const outcome = expect(store.lock('t', 3_000, neverAborts)).rejects.toMatchObject({ name: 'TimeoutError' })
  await vi.advanceTimersByTimeAsync(2_000)
  await outcome
  expect(count('deleteIfEqual')).toBe(1)
  reply.resolve(3)
  await vi.advanceTimersByTimeAsync(0)

  expect(count('deleteIfEqual')).toBe(2)
})

test('behavior: a question for the lock that fails is followed by a release', async () => {
  const { store, count } = fakeRedis({ lock: () => Promise.reject(new Error('Socket closed unexpectedly')) })

  await expect(store.lock('t', 3_000, neverAborts)).rejects.toThrow('Socket closed unexpectedly')
  expect(count('deleteIfEqual')).toBe(1)
})
