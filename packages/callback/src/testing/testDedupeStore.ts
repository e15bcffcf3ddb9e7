import type { TestRunner } from '@wecom/core/testing'
import type { DedupeStore } from '../dedupe/DedupeStore.ts'

/**
 * Registers the tests that every implementation of `DedupeStore` must pass.
 *
 * @param createStore - function that creates an empty store. Each test calls it.
 * @param runner - `test` is the function of your test framework that registers a test. `wait` waits for the given
 *   number of milliseconds. It may advance a fake clock, or wait in real time.
 *
 * @example
 * // With Vitest: `test` and `vi` come from 'vitest', and `vi.useFakeTimers()` has been called.
 * testDedupeStore(() => redisDedupeStore(redis), { test, wait: (ms) => vi.advanceTimersByTimeAsync(ms) })
 */
export function testDedupeStore(
  createStore: () => DedupeStore | Promise<DedupeStore>,
  { test, wait }: TestRunner,
): void {
  const check = (name: string, body: (store: DedupeStore) => Promise<void>): void =>
    test(`dedupe store: ${name}`, async () => body(await createStore()))

  check('adds a key once', async (store) => {
    equal(await store.add('key', 10_000), true)
    equal(await store.add('key', 10_000), false)
  })
  check('keeps keys apart', async (store) => {
    equal(await store.add('a', 10_000), true)
    equal(await store.add('b', 10_000), true)
  })
  check('if many callers add a key at once, one succeeds', async (store) => {
    const added = await Promise.all(Array.from({ length: 20 }, () => store.add('key', 10_000)))
    equal(added.filter(Boolean).length, 1)
  })
  check('a key expires after its time, not before', async (store) => {
    await store.add('key', 2_000)
    await wait(1_000)
    equal(await store.add('key', 2_000), false)
    await wait(1_500)
    equal(await store.add('key', 2_000), true)
  })
  check('a key with a short time expires although a key with a longer time was added before', async (store) => {
    await store.add('long', 10_000)
    await store.add('short', 1_000)
    await wait(1_500)
    equal(await store.add('short', 1_000), true)
    equal(await store.add('long', 10_000), false)
  })
  check('a key that was deleted can be added again', async (store) => {
    await store.add('key', 10_000)
    await store.delete('key')
    equal(await store.add('key', 10_000), true)
  })
  check('a key can be deleted although the last add returned false', async (store) => {
    await store.add('key', 10_000)
    await store.add('key', 10_000)
    await store.delete('key')
    equal(await store.add('key', 10_000), true)
  })
  check('deleting a missing value is no error', async (store) => {
    await store.delete('key')
    equal(await store.add('key', 10_000), true)
  })
}

function equal(actual: unknown, expected: unknown): void {
  if (actual !== expected) throw new Error(`expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`)
}
