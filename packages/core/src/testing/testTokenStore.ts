import type { TokenStore } from '../token/TokenStore.ts'
import { equal } from './assert.ts'

/**
 * Functions of your test runner that the tests of `@wecom/core/testing` call. Vitest, Jest, `node:test` and Deno
 * provide `test`.
 */
export interface TestRunner {
  readonly test: (name: string, body: () => Promise<void>) => void
  /** Waits for the given time. If your tests use a fake clock, the function advances this clock by the time instead. */
  readonly wait: (milliseconds: number) => Promise<unknown>
}

/**
 * Registers tests for a `TokenStore` of your own. A store with `lock` must also pass `testSharedTokenStore`.
 *
 * @param createStore - function that creates an empty store. Each test calls it.
 * @param runner - `test` is the function of your test framework that registers a test. `wait` waits for the given
 *   number of milliseconds. It may advance a fake clock, or wait in real time.
 *
 * @example
 * // With Vitest: `test` and `vi` come from 'vitest', and `vi.useFakeTimers()` has been called.
 * testTokenStore(() => redisTokenStore(redis), { test, wait: (ms) => vi.advanceTimersByTimeAsync(ms) })
 */
export function testTokenStore(createStore: () => TokenStore | Promise<TokenStore>, { test, wait }: TestRunner): void {
  const check = (name: string, body: (store: TokenStore) => Promise<void>): void =>
    test(`token store: ${name}`, async () => body(await createStore()))

  check('a key that was never set has no value', async (store) => {
    equal(await store.get('key'), undefined)
  })
  check('returns the value that was set', async (store) => {
    await store.set('key', '{"token":"企业"}', 10_000)
    equal(await store.get('key'), '{"token":"企业"}')
  })
  check('keeps keys apart', async (store) => {
    await store.set('a', '1', 10_000)
    await store.set('b', '2', 10_000)
    equal(await store.get('a'), '1')
    equal(await store.get('b'), '2')
  })
  check('the last value set wins, and so does its lifetime', async (store) => {
    await store.set('key', 'old', 1_000)
    await store.set('key', 'new', 10_000)
    await wait(2_000)
    equal(await store.get('key'), 'new')
  })
  check('a value expires after its time, not before', async (store) => {
    await store.set('key', 'value', 2_000)
    await wait(1_000)
    equal(await store.get('key'), 'value')
    await wait(1_500)
    equal(await store.get('key'), undefined)
  })
  check('deletes a value that has not changed', async (store) => {
    await store.set('key', 'value', 10_000)
    await store.deleteIfEqual('key', 'value')
    equal(await store.get('key'), undefined)
  })
  check('keeps a value that was replaced in the meantime', async (store) => {
    await store.set('key', 'fresh', 10_000)
    await store.deleteIfEqual('key', 'stale')
    equal(await store.get('key'), 'fresh')
  })
  check('deleting a missing value is no error', async (store) => {
    await store.deleteIfEqual('key', 'value')
    equal(await store.get('key'), undefined)
  })
}
