import type { SharedTokenStore } from '../token/TokenStore.ts'
import { equal, watch } from './assert.ts'
import type { TestRunner } from './testTokenStore.ts'

const ttl = 1_000

/**
 * Registers tests for a `TokenStore` of your own that has `lock` and `setIfNewer`. Such a store must also pass
 * `testTokenStore`.
 *
 * @param createStore - function that creates an empty store. Each test calls it.
 * @param runner - `test` is the function of your test framework that registers a test. `wait` waits for the given
 *   number of milliseconds. It may advance a fake clock, or wait in real time.
 *
 * @example
 * // With Vitest: `test` and `vi` come from 'vitest', and `vi.useFakeTimers()` has been called.
 * testSharedTokenStore(() => redisTokenStore(redis), { test, wait: (ms) => vi.advanceTimersByTimeAsync(ms) })
 */
export function testSharedTokenStore(
  createStore: () => SharedTokenStore | Promise<SharedTokenStore>,
  { test, wait }: TestRunner,
): void {
  const never = new AbortController().signal
  const check = (name: string, body: (store: SharedTokenStore) => Promise<void>): void =>
    test(`shared token store: ${name}`, async () => body(await createStore()))

  check('when a lock is released, the next caller gets it', async (store) => {
    const first = await store.lock('key', ttl, never)
    const waiting = store.lock('key', ttl, never)
    const { isSettled } = watch(waiting)
    await wait(300)
    equal(isSettled(), false)
    await first.release()
    await wait(300)
    equal(isSettled(), true)
    await (await waiting).release()
  })
  check('each lock of a key has a higher version', async (store) => {
    const versions: number[] = []
    for (let count = 0; count < 3; count++) {
      const lock = await store.lock('key', ttl, never)
      versions.push(lock.version)
      await lock.release()
    }
    equal(new Set(versions).size, 3)
    equal(versions.toSorted((a, b) => a - b).join(), versions.join())
  })
  check('locks of different keys do not wait for each other', async (store) => {
    const locks = [await store.lock('a', ttl, never), await store.lock('b', ttl, never)]
    for (const lock of locks) await lock.release()
  })
  check('a lock stays valid after its time until it is released', async (store) => {
    const lock = await store.lock('key', ttl, never)
    const waiting = store.lock('key', ttl, never)
    const { isSettled } = watch(waiting)
    await wait(2.5 * ttl)
    equal(isSettled(), false)
    await lock.release()
    await wait(300)
    await (await waiting).release()
  })
  check('a lock whose signal was aborted is free after its time', async (store) => {
    const controller = new AbortController()
    await store.lock('key', ttl, controller.signal)
    controller.abort()
    const waiting = store.lock('key', ttl, never)
    const { isSettled } = watch(waiting)
    await wait(1.5 * ttl)
    equal(isSettled(), true)
    await (await waiting).release()
  })
  check('releasing a lost lock does not release the lock of the next caller', async (store) => {
    const controller = new AbortController()
    const lost = await store.lock('key', ttl, controller.signal)
    controller.abort()
    await wait(1.5 * ttl)
    const second = await store.lock('key', ttl, never)
    await lost.release()
    const waiting = store.lock('key', ttl, never)
    const { isSettled } = watch(waiting)
    await wait(300)
    equal(isSettled(), false)
    await second.release()
    await wait(300)
    await (await waiting).release()
  })
  check('an abort ends the wait for a lock, and no lock is taken', async (store) => {
    const controller = new AbortController()
    const lock = await store.lock('key', ttl, never)
    const outcome = store.lock('key', ttl, controller.signal).then(
      () => 'locked',
      () => 'rejected',
    )
    await wait(100)
    controller.abort()
    await wait(300)
    equal(await outcome, 'rejected')
    await lock.release()
    const next = store.lock('key', ttl, never)
    await wait(300)
    await (await next).release()
  })
  check('setIfNewer sets a value for its time', async (store) => {
    equal(await store.setIfNewer('key', 'value', 2_000, 1), true)
    equal(await store.get('key'), 'value')
    await wait(2_500)
    equal(await store.get('key'), undefined)
  })
  check('setIfNewer keeps a value of a higher version', async (store) => {
    equal(await store.setIfNewer('key', 'newer', 10_000, 2), true)
    equal(await store.setIfNewer('key', 'older', 10_000, 1), false)
    equal(await store.get('key'), 'newer')
    equal(await store.setIfNewer('key', 'newest', 10_000, 3), true)
    equal(await store.get('key'), 'newest')
  })
  check('setIfNewer compares versions as numbers, for each key separately', async (store) => {
    equal(await store.setIfNewer('a', 'old', 10_000, 9), true)
    equal(await store.setIfNewer('a', 'new', 10_000, 10), true)
    equal(await store.setIfNewer('b', 'value', 10_000, 1), true)
    equal(await store.get('a'), 'new')
    equal(await store.get('b'), 'value')
  })
}
