import type { SuiteStore } from '../token/SuiteStore.ts'
import type { TestRunner } from './testTokenStore.ts'

/**
 * Registers tests for a `SuiteStore` of your own.
 *
 * @param createStore - function that creates an empty store. Each test calls it.
 * @param runner - `test` is the function of your test framework that registers a test. `wait` waits for the given
 *   number of milliseconds. It may advance a fake clock, or wait in real time.
 *
 * @example
 * // With Vitest: `test` and `vi` come from 'vitest', and `vi.useFakeTimers()` has been called.
 * testSuiteStore(() => redisSuiteStore(redis), { test, wait: (ms) => vi.advanceTimersByTimeAsync(ms) })
 */
export function testSuiteStore(createStore: () => SuiteStore | Promise<SuiteStore>, { test, wait }: TestRunner): void {
  const check = (name: string, body: (store: SuiteStore) => Promise<void>): void =>
    test(`suite store: ${name}`, async () => body(await createStore()))

  check('a suite without a ticket and codes', async (store) => {
    equal(await store.getTicket('wx1'), undefined)
    equal(await store.getPermanentCode('wx1', 'ww1'), undefined)
    equal((await store.listCorpIds('wx1')).length, 0)
  })
  check('returns the ticket of each suite', async (store) => {
    await store.setTicket('wx1', '企业 one', 100, 10_000)
    await store.setTicket('wx2', 'two', 100, 10_000)
    equal(await store.getTicket('wx1'), '企业 one')
    equal(await store.getTicket('wx2'), 'two')
  })
  check(
    'a ticket with a later timestamp replaces an earlier one, and an earlier one replaces nothing',
    async (store) => {
      await store.setTicket('wx1', 'earlier', 999, 10_000)
      await store.setTicket('wx1', 'later', 1000, 10_000)
      await store.setTicket('wx1', 'earlier', 999, 10_000)
      equal(await store.getTicket('wx1'), 'later')
      await store.setTicket('wx1', 'same second', 1000, 10_000)
      equal(await store.getTicket('wx1'), 'same second')
    },
  )
  check('a ticket expires after its time, not before; the last one counts', async (store) => {
    await store.setTicket('wx1', 'one', 100, 1_000)
    await store.setTicket('wx1', 'two', 200, 3_000)
    await wait(2_000)
    equal(await store.getTicket('wx1'), 'two')
    await wait(1_500)
    equal(await store.getTicket('wx1'), undefined)
  })
  check('any ticket replaces an expired one, whatever its timestamp', async (store) => {
    await store.setTicket('wx1', 'from a clock that was fast', 2000, 1_000)
    await wait(1_500)
    await store.setTicket('wx1', 'new', 1000, 10_000)
    equal(await store.getTicket('wx1'), 'new')
  })
  check('returns permanent codes, by suite and corp', async (store) => {
    await store.setPermanentCode('wx1', 'ww1', 'one', 100)
    await store.setPermanentCode('wx1', 'ww2', 'two', 100)
    await store.setPermanentCode('wx2', 'ww1', 'three', 100)
    equal(await store.getPermanentCode('wx1', 'ww1'), 'one')
    equal(await store.getPermanentCode('wx1', 'ww2'), 'two')
    equal(await store.getPermanentCode('wx2', 'ww1'), 'three')
    equal((await store.listCorpIds('wx1')).toSorted().join(), 'ww1,ww2')
    equal((await store.listCorpIds('wx2')).join(), 'ww1')
  })
  check('a permanent code outlasts the ticket', async (store) => {
    await store.setTicket('wx1', 'ticket', 100, 1_000)
    await store.setPermanentCode('wx1', 'ww1', 'code', 100)
    await wait(1_500)
    equal(await store.getTicket('wx1'), undefined)
    equal(await store.getPermanentCode('wx1', 'ww1'), 'code')
  })
  check(
    'a permanent code with a later timestamp replaces an earlier one, and an earlier one replaces nothing',
    async (store) => {
      await store.setPermanentCode('wx1', 'ww1', 'earlier', 999)
      await store.setPermanentCode('wx1', 'ww1', 'later', 1000)
      await store.setPermanentCode('wx1', 'ww1', 'earlier', 999)
      equal(await store.getPermanentCode('wx1', 'ww1'), 'later')
      equal((await store.listCorpIds('wx1')).join(), 'ww1')
    },
  )
  check('deletes the code of one corp', async (store) => {
    await store.setPermanentCode('wx1', 'ww1', 'one', 100)
    await store.setPermanentCode('wx1', 'ww2', 'two', 100)
    await store.deletePermanentCode('wx1', 'ww1', 100)
    equal(await store.getPermanentCode('wx1', 'ww1'), undefined)
    equal((await store.listCorpIds('wx1')).join(), 'ww2')
  })
  check('keeps a code that is later than the deletion', async (store) => {
    await store.setPermanentCode('wx1', 'ww1', 'authorized again', 1000)
    await store.deletePermanentCode('wx1', 'ww1', 999)
    equal(await store.getPermanentCode('wx1', 'ww1'), 'authorized again')
  })
  check('deleting a missing value is no error', async (store) => {
    await store.deletePermanentCode('wx1', 'ww1', 100)
    equal(await store.getPermanentCode('wx1', 'ww1'), undefined)
  })
}

function equal(actual: unknown, expected: unknown): void {
  if (actual !== expected) throw new Error(`expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`)
}
