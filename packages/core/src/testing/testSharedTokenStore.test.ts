import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { turn } from '../token/fixtures/corp.ts'
import { lockingStore } from '../token/fixtures/lockingStore.ts'
import type { SharedTokenStore } from '../token/TokenStore.ts'
import { watch } from './assert.ts'
import { testSharedTokenStore } from './testSharedTokenStore.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/**
 * Runs the tests with a store that `breakStore` has changed. Returns the names of the tests that fail. A test that does
 * not end counts as failed.
 */
async function failuresOf(breakStore: (store: SharedTokenStore) => Partial<SharedTokenStore>): Promise<string[]> {
  const tests: { name: string; body: () => Promise<void> }[] = []
  const createStore = (): SharedTokenStore => {
    const store = lockingStore()
    return { ...store, ...breakStore(store) }
  }
  testSharedTokenStore(createStore, {
    test: (name, body) => tests.push({ name, body }),
    wait: (milliseconds) => vi.advanceTimersByTimeAsync(milliseconds),
  })
  const failed: string[] = []
  for (const { name, body } of tests) {
    const outcome = body().then(
      () => 'passed',
      () => 'failed',
    )
    const { isSettled } = watch(outcome)
    for (let count = 0; count < 300 && !isSettled(); count++) await turn()
    if (!isSettled() || (await outcome) === 'failed') failed.push(name.replace('shared token store: ', ''))
  }
  return failed
}

test('a store whose locks do not lock fails', async () => {
  let version = 0
  const lock = async () => ({ version: ++version, release: async () => undefined })
  expect(await failuresOf(() => ({ lock }))).toEqual([
    'when a lock is released, the next caller gets it',
    'a lock stays valid after its time until it is released',
    'releasing a lost lock does not release the lock of the next caller',
    'an abort ends the wait for a lock, and no lock is taken',
  ])
})

test('a store that counts no versions fails', async () => {
  const failures = await failuresOf(({ lock }) => ({
    lock: async (...args) => ({ ...(await lock(...args)), version: 1 }),
  }))
  expect(failures).toEqual(['each lock of a key has a higher version'])
})

test('a store that releases the lock of another process fails', async () => {
  const releases = new Map<string, () => Promise<void>>()
  const failures = await failuresOf(({ lock }) => ({
    lock: async (key, ...rest) => {
      const taken = await lock(key, ...rest)
      releases.set(key, taken.release)
      return { ...taken, release: async () => releases.get(key)?.() }
    },
  }))
  expect(failures).toContain('releasing a lost lock does not release the lock of the next caller')
})

test('a store that sets older values fails', async () => {
  const failures = await failuresOf(({ set }) => ({
    setIfNewer: async (key, value, ttl) => {
      await set(key, value, ttl)
      return true
    },
  }))
  expect(failures).toEqual(['setIfNewer keeps a value of a higher version'])
})

test('a store whose locks are not renewed fails', async () => {
  const failures = await failuresOf(({ lock }) => ({
    lock: async (key, ttl, signal) => {
      const renewed = new AbortController()
      const taken = await lock(key, ttl, AbortSignal.any([signal, renewed.signal]))
      renewed.abort()
      return taken
    },
  }))
  expect(failures).toEqual(['a lock stays valid after its time until it is released'])
})
