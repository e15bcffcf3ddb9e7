import { createCallbackHandler } from '@wecom/callback'
import { createFakeCorp, type FakeCorp } from '@wecom/mock'
import * as fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import type { Database } from '../database/Database.ts'
import { migrate } from '../database/migrate.ts'
import { act, type Action, actionNames } from '../fixtures/actions.ts'
import { crashAt } from '../fixtures/crash.ts'
import { callbackSettings, deliver } from '../fixtures/deliver.ts'
import { modelOf, tablesOf, wronglyEnded } from '../fixtures/model.ts'
import { isServer, withStore } from '../fixtures/stores.ts'
import { openWorld, type WorldOptions } from '../fixtures/world.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

type Step =
  | { readonly is: 'people'; readonly actions: readonly Action[] }
  /**
   * WeCom delivers the events that have happened since the previous `events` step. The first entry of `fates` belongs
   * to the first event, and so on. After the last entry, the entries start again from the first. `times` is the number
   * of deliveries of the event (0: none). Events with a lower `order` are delivered first.
   */
  | { readonly is: 'events'; readonly deliveries: readonly { readonly times: number; readonly order: number }[] }
  | { readonly is: 'drain'; readonly crashing: number }
  | {
      readonly is: 'run'
      /**
       * Number of the step at which the process crashes. A step is an SQL statement, a commit or a call to WeCom. The
       * first step has the number 1.
       */
      readonly crashing: number
      /**
       * Actions of members, customers and admins during the run. Each action happens before one call to WeCom: before
       * the first call of the run if `call` is 0, before the second if `call` is 1, and so on.
       */
      readonly during: readonly (Action & { readonly call: number })[]
      readonly concurrency: number
      /** Whether another process does a full run of the same corp at the same time. */
      readonly overlaps: boolean
    }
  | { readonly is: 'fault'; readonly fault: Parameters<FakeCorp['faults']['add']>[0] }
  | { readonly is: 'limit'; readonly calls: number }
  | { readonly is: 'wait'; readonly ms: number }

const never = Number.MAX_SAFE_INTEGER
const action = fc.record({ name: fc.constantFrom(...actionNames), itemIndex: fc.nat(50) })
const crashing = fc.oneof({ weight: 2, arbitrary: fc.constant(never) }, { weight: 1, arbitrary: fc.nat(200) })
const times = fc.integer({ min: 1, max: 3 })
const fault: fc.Arbitrary<Parameters<FakeCorp['faults']['add']>[0]> = fc.oneof(
  fc.record({ kind: fc.constantFrom('reset', 'truncate', 'expire-token', 'lost-answer', 'html'), times }),
  fc.record({ kind: fc.constantFrom('cursor-refused', 'cursor-restarts', 'cursor-empty', 'keeps-listing'), times }),
  fc.record({ kind: fc.constant('cursor-empty'), endpoint: fc.constant('batchGetContactsByUser') }),
  fc.record({ kind: fc.constant('lag'), lagMs: fc.constantFrom(2_000, 600_000), times }),
  fc.record({ kind: fc.constant('errcode'), errcode: fc.constantFrom(-1, 45009, 45033, 84061, 40031), times }),
  fc.record({ kind: fc.constant('status'), status: fc.constantFrom(502, 429), times }),
)

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ is: fc.constant('people'), actions: fc.array(action, { maxLength: 5 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      is: fc.constant('events'),
      deliveries: fc.array(fc.record({ times: fc.nat(2), order: fc.nat(9) }), { minLength: 1, maxLength: 6 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('drain'), crashing }) },
  {
    weight: 3,
    arbitrary: fc.record({
      is: fc.constant('run'),
      crashing,
      during: fc.array(fc.record({ call: fc.nat(30), name: fc.constantFrom(...actionNames), itemIndex: fc.nat(50) }), {
        maxLength: 3,
      }),
      concurrency: fc.integer({ min: 1, max: 3 }),
      overlaps: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('fault'), fault }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('limit'), calls: fc.integer({ min: 2, max: 9 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({ is: fc.constant('wait'), ms: fc.constantFrom(900, 61_000, 7_200_000, 90_000_000) }),
  },
)

/** Creates a fake corp with all kinds of data that a full run reads. The list of its customers has several pages. */
async function startCorp(): Promise<FakeCorp> {
  const corp = createFakeCorp({ state: { generate: { members: 2, customers: 12 } }, pageSize: 3 })
  for (const name of ['memberOpensGroup', 'wayIsCreated', 'adminCreatesTags'] as const)
    await act(corp, { name, itemIndex: 1 })
  // The token source measures its pauses with `Date.now`. With the clock of the machine, the result of the test would
  // depend on the speed of the machine.
  vi.spyOn(Date, 'now').mockImplementation(() => corp.clock.now())
  return corp
}

/**
 * Executes one step of the random test.
 *
 * @param delivered - number of the corp's events, from the first, that earlier steps have delivered or lost. A step of
 *   the kind `events` starts after them.
 * @returns this number after the step.
 */
async function play(corp: FakeCorp, database: Database, one: Step, delivered: number): Promise<number> {
  switch (one.is) {
    case 'people':
      for (const each of one.actions) await act(corp, each)
      return delivered
    case 'events': {
      const world = await openWorld(corp, { database })
      const handle = createCallbackHandler({ ...callbackSettings, receiveIds: [corp.corpId], ...world.sync.inbox() })
      const all = corp.events.list()
      const due = all
        .slice(delivered)
        .map((event, index) => ({ event, delivery: one.deliveries[index % one.deliveries.length] }))
      for (const { event, delivery } of due.toSorted((a, b) => (a.delivery?.order ?? 0) - (b.delivery?.order ?? 0))) {
        for (let time = 0; time < (delivery?.times ?? 0); time++) expect(await deliver(world, handle, event)).toBe(200)
      }
      return all.length
    }
    case 'drain':
      await crashAt(corp, database, one.crashing, ({ sync }) => {
        sync.inbox()
        return sync.drain({ maxMs: 5_000 })
      })
      return delivered
    case 'run': {
      let calls = 0
      const intercept: WorldOptions['intercept'] = async () => {
        const call = calls++
        for (const each of one.during) if (each.call === call) await act(corp, each)
      }
      const work = crashAt(corp, database, one.crashing, ({ sync }) => sync.run({ concurrency: one.concurrency }), {
        intercept,
        callMs: 20,
      })
      const other = one.overlaps && (await openWorld(corp, { database })).sync.run({ concurrency: 1 })
      await Promise.all([work, other])
      return delivered
    }
    case 'fault':
      corp.faults.add(one.fault)
      return delivered
    case 'limit':
      corp.limits.add({ kind: 'rate', endpoint: 'batchGetContactsByUser', calls: one.calls, perMs: 60_000 })
      return delivered
    case 'wait':
      corp.clock.advance(one.ms)
      return delivered
  }
}

/**
 * Ends all faults and limits, and puts all members into the visible range of the app. Then handles all waiting events,
 * and calls `run` twice, because the first call may only continue an interrupted run. The second run must have no gaps
 * (data that could not be read).
 */
async function settle(corp: FakeCorp, database: Database): Promise<void> {
  // The sync could not read the group chats of a hidden member, and `drain` would report them as left.
  for (let hidden = 0; hidden < corp.state().members.length; hidden++)
    await act(corp, { name: 'memberIsShown', itemIndex: 0 })
  corp.faults.clear()
  corp.limits.clear()
  corp.clock.advance({ hours: 2 })
  const { sync } = await openWorld(corp, { database, callMs: 20 })
  sync.inbox()
  expect(await sync.drain({ maxMs: 3_600_000 })).toMatchObject({ left: 0 })
  await sync.run()
  corp.clock.advance({ hours: 1 })
  expect(await sync.run()).toMatchObject({ ok: true, complete: true, gaps: [] })
}

test('behavior: after random events, failures, crashes and runs at once, the tables equal the corp', async () => {
  const property = fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 9 }), async (steps) => {
    const corp = await startCorp()
    await withStore(async (database) => {
      await migrate(database)
      let delivered = corp.events.list().length
      // Only lag excuses a wrong end: all answers may lack a new relation then.
      const lags = steps.some((one) => one.is === 'fault' && one.fault.kind === 'lag')
      for (const one of steps) {
        delivered = await play(corp, database, one, delivered)
        if (!lags) expect(await wronglyEnded(corp, database)).toEqual([])
      }
      await settle(corp, database)
      expect(await tablesOf(database)).toEqual(modelOf(corp))
    })
  })
  await fc.assert(property, {
    seed: Number(process.env['SEED'] ?? 20261130),
    numRuns: Number(process.env['RUNS'] ?? (isServer() ? 10 : 500)),
  })
}, 240_000)
