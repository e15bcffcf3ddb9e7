import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { memorySuiteStore } from '../token/memorySuiteStore.ts'
import type { SuiteStore } from '../token/SuiteStore.ts'
import { testSuiteStore } from './testSuiteStore.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Runs the tests with a store that `breakStore` has changed. Returns the names of the tests that fail. */
async function failuresOf(breakStore: (store: SuiteStore) => Partial<SuiteStore>): Promise<string[]> {
  const tests: { name: string; body: () => Promise<void> }[] = []
  const createStore = (): SuiteStore => {
    const store = memorySuiteStore()
    return { ...store, ...breakStore(store) }
  }
  testSuiteStore(createStore, {
    test: (name, body) => tests.push({ name: name.replace('suite store: ', ''), body }),
    wait: (milliseconds) => vi.advanceTimersByTimeAsync(milliseconds),
  })
  const failed: string[] = []
  for (const { name, body } of tests) await body().catch(() => failed.push(name))
  return failed
}

/** A timestamp later than all others. */
const always = Number.MAX_SAFE_INTEGER

const broken: readonly [string, (store: SuiteStore) => Partial<SuiteStore>, string][] = [
  [
    'takes the last ticket for the newest',
    ({ setTicket }) => {
      let count = 0
      return { setTicket: (suiteId, ticket, _timestamp, ttl) => setTicket(suiteId, ticket, count++, ttl) }
    },
    'a ticket with a later timestamp replaces an earlier one, and an earlier one replaces nothing',
  ],
  [
    'compares timestamps as texts',
    ({ setTicket }) => ({
      setTicket: (suiteId, ticket, timestamp, ttl) =>
        setTicket(suiteId, ticket, Number(String(timestamp).slice(0, 1)), ttl),
    }),
    'a ticket with a later timestamp replaces an earlier one, and an earlier one replaces nothing',
  ],
  [
    'keeps tickets for ever',
    ({ setTicket }) => ({ setTicket: (suiteId, ticket, timestamp) => setTicket(suiteId, ticket, timestamp, 1e9) }),
    'a ticket expires after its time, not before; the last one counts',
  ],
  [
    'keeps the timestamp of a ticket for longer than the ticket',
    ({ setTicket }) => {
      let newest = 0
      return {
        setTicket: async (suiteId, ticket, timestamp, ttl) => {
          newest = Math.max(newest, timestamp)
          if (timestamp === newest) await setTicket(suiteId, ticket, timestamp, ttl)
        },
      }
    },
    'any ticket replaces an expired one, whatever its timestamp',
  ],
  [
    'mixes up suites',
    ({ getPermanentCode, setPermanentCode }) => ({
      getPermanentCode: (_suiteId, corpId) => getPermanentCode('one', corpId),
      setPermanentCode: (_suiteId, ...rest) => setPermanentCode('one', ...rest),
    }),
    'returns permanent codes, by suite and corp',
  ],
  [
    'keeps the first permanent code',
    ({ setPermanentCode }) => ({
      setPermanentCode: (suiteId, corpId, code, timestamp) => setPermanentCode(suiteId, corpId, code, -timestamp),
    }),
    'a permanent code with a later timestamp replaces an earlier one, and an earlier one replaces nothing',
  ],
  [
    'deletes whatever came later',
    ({ deletePermanentCode }) => ({
      deletePermanentCode: (suiteId, corpId) => deletePermanentCode(suiteId, corpId, always),
    }),
    'keeps a code that is later than the deletion',
  ],
  [
    'lists corps that are gone',
    ({ setPermanentCode }) => {
      const corps = new Set<string>()
      return {
        setPermanentCode: (suiteId, corpId, ...rest) => {
          corps.add(corpId)
          return setPermanentCode(suiteId, corpId, ...rest)
        },
        listCorpIds: async () => [...corps],
      }
    },
    'deletes the code of one corp',
  ],
]

test.each(broken)('a store that %s fails', async (_what, breakStore, name) => {
  expect(await failuresOf(breakStore)).toContain(name)
})

test('a correct store fails nothing', async () => {
  expect(await failuresOf(() => ({}))).toEqual([])
})
