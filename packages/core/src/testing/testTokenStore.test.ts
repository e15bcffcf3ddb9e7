import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { memoryTokenStore } from '../token/memoryTokenStore.ts'
import type { TokenStore } from '../token/TokenStore.ts'
import { testTokenStore } from './testTokenStore.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Runs the tests with a store that `breakStore` has changed. Returns the names of the tests that fail. */
async function failuresOf(breakStore: (store: TokenStore) => Partial<TokenStore>): Promise<string[]> {
  const tests: { name: string; body: () => Promise<void> }[] = []
  const createStore = (): TokenStore => {
    const store = memoryTokenStore()
    return { ...store, ...breakStore(store) }
  }
  testTokenStore(createStore, {
    test: (name, body) => tests.push({ name, body }),
    wait: (milliseconds) => vi.advanceTimersByTimeAsync(milliseconds),
  })
  const failed: string[] = []
  for (const { name, body } of tests) await body().catch(() => failed.push(name))
  return failed
}

test('a store that ignores lifetimes fails', async () => {
  expect(await failuresOf(({ set }) => ({ set: (key, value) => set(key, value, 1e9) }))).toEqual([
    'token store: a value expires after its time, not before',
  ])
})

test('a store that reads milliseconds as seconds fails', async () => {
  expect(await failuresOf(({ set }) => ({ set: (key, value, ttl) => set(key, value, ttl / 1000) }))).toContain(
    'token store: a value expires after its time, not before',
  )
})

test('a store that deletes without comparing fails', async () => {
  expect(await failuresOf(({ set }) => ({ deleteIfEqual: (key) => set(key, '', 0) }))).toEqual([
    'token store: keeps a value that was replaced in the meantime',
  ])
})

test('a store that mixes up keys fails', async () => {
  expect(
    await failuresOf(({ get, set }) => ({ get: () => get('one'), set: (_key, ...rest) => set('one', ...rest) })),
  ).toContain('token store: keeps keys apart')
})
