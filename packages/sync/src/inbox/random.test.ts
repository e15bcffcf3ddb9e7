import { createCallbackHandler } from '@wecom/callback'
import { createFakeCorp, type FakeCorp } from '@wecom/mock'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Database } from '../database/Database.ts'
import { act, type ActionName } from '../fixtures/actions.ts'
import { crashAt, lasting } from '../fixtures/crash.ts'
import { callbackSettings, deliver } from '../fixtures/deliver.ts'
import { modelOf, tablesOf } from '../fixtures/model.ts'
import { type Between, openWorld } from '../fixtures/world.ts'

/** Actions whose events tell everything about the change. */
const told: readonly ActionName[] = [
  'memberGetsCustomer',
  'memberGetsKnownCustomer',
  'memberDeletes',
  'customerDeletes',
  'memberEditsRemark',
  'memberTags',
  'memberOpensGroup',
  'customerLeavesGroup',
  'groupIsRenamed',
  'groupIsDismissed',
  'adminCreatesTags',
  'adminRenamesTag',
  'adminDeletesTag',
]

/** The disturbances at one call of a run or a drain. */
interface Meanwhile {
  readonly call: number
  readonly does: ActionName
  readonly which: number
  /** Another process reads what the events have made out of date, before the call is answered. */
  readonly drains: boolean
  /** The answer is the one from before. */
  readonly isStale: boolean
}

type Step =
  | { readonly is: 'people'; readonly does: ActionName; readonly which: number }
  | { readonly is: 'events'; readonly orders: readonly number[]; readonly twice: boolean }
  | { readonly is: 'drain' | 'run'; readonly crashing: number; readonly meanwhile: readonly Meanwhile[] }
  | { readonly is: 'fault'; readonly kind: 'reset' | 'truncate' | 'html'; readonly times: number }
  | { readonly is: 'wait'; readonly ms: number }

const action = { does: fc.constantFrom(...told), which: fc.nat(4) }
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ is: fc.constant('people'), ...action }) },
  {
    weight: 2,
    arbitrary: fc.record({
      is: fc.constant('events'),
      orders: fc.array(fc.nat(9), { minLength: 1 }),
      twice: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      is: fc.constantFrom('drain', 'run'),
      crashing: fc.oneof(
        { weight: 3, arbitrary: fc.constant(Number.MAX_SAFE_INTEGER) },
        { weight: 1, arbitrary: fc.nat(200) },
      ),
      meanwhile: fc.array(fc.record({ call: fc.nat(6), ...action, drains: fc.boolean(), isStale: fc.boolean() }), {
        maxLength: 2,
      }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      is: fc.constant('fault'),
      kind: fc.constantFrom('reset', 'truncate', 'html'),
      times: fc.integer({ min: 1, max: 2 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('wait'), ms: fc.constantFrom(100, 1_000, 61_000) }) },
)

/** A corp, its tables, and how many of its events were delivered. */
class Story {
  readonly #corp: FakeCorp
  readonly #database: Database
  #delivered: number

  constructor(corp: FakeCorp, database: Database) {
    this.#corp = corp
    this.#database = database
    this.#delivered = corp.events.list().length
  }

  async play(one: Step): Promise<void> {
    const corp = this.#corp
    switch (one.is) {
      case 'people':
        return act(corp, one)
      case 'events':
        return this.deliverAll(one.orders, one.twice)
      case 'fault':
        return corp.faults.add({ kind: one.kind, times: one.times })
      case 'wait':
        corp.clock.advance(one.ms)
        return
      default:
        await crashAt(
          corp,
          this.#database,
          one.crashing,
          ({ sync }) => {
            sync.inbox()
            return one.is === 'run' ? sync.run({ concurrency: 1 }) : sync.drain({ maxMs: 5_000 })
          },
          { callMs: 20, intercept: this.#during(one.meanwhile) },
        )
    }
  }

  /** Delivers all events of which WeCom has not told yet, in another order. */
  async deliverAll(orders: readonly number[], twice: boolean): Promise<void> {
    const world = await openWorld(this.#corp, { wrap: () => this.#database })
    const handle = createCallbackHandler({
      ...callbackSettings,
      receiveIds: [world.corp.corpId],
      ...world.sync.inbox(),
    })
    const all = this.#corp.events.list()
    const due = all.slice(this.#delivered).map((event, index) => ({ event, order: orders[index % orders.length] ?? 0 }))
    this.#delivered = all.length
    for (const { event } of due.toSorted((one, other) => one.order - other.order)) {
      for (let time = 0; time < (twice ? 2 : 1); time++) {
        if ((await deliver(world, handle, event)) !== 200) throw new Error('the inbox refused an event')
      }
    }
  }

  async drain(maxMs: number, callMs: number): Promise<unknown> {
    const { sync } = await openWorld(this.#corp, { wrap: () => this.#database, callMs })
    sync.inbox()
    return sync.drain({ maxMs })
  }

  #during(meanwhile: readonly Meanwhile[]): Between['intercept'] {
    let calls = 0
    return async (_path, _params, answerNow) => {
      const call = calls++
      let stale: object | undefined
      for (const one of meanwhile) {
        if (one.call !== call) continue
        if (one.isStale) stale ??= await answerNow()
        this.#corp.clock.advance(1)
        await act(this.#corp, one)
        await this.deliverAll([0], false)
        // No time passes while a call is under way: the drain does what is due now.
        if (one.drains) await this.drain(1, 0)
      }
      return stale
    }
  }
}

test('behavior: where every event arrives, the tables equal the corp after a drain, whatever else happened', async () => {
  const property = fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (steps) => {
    const corp = createFakeCorp({ state: { generate: { members: 2, customers: 6 } }, pageSize: 3 })
    await act(corp, { does: 'memberOpensGroup', which: 1 })
    await act(corp, { does: 'adminCreatesTags', which: 1 })
    const database = await lasting()
    const { sync } = await openWorld(corp, { wrap: () => database })
    expect(await sync.run()).toMatchObject({ ok: true })
    corp.clock.advance({ hours: 1 })
    const story = new Story(corp, database)
    for (const one of steps) await story.play(one)
    corp.faults.clear()
    await story.deliverAll([0], false)
    expect(await story.drain(12 * 3_600_000, 20)).toMatchObject({ left: 0 })
    expect(await tablesOf(database)).toEqual(modelOf(corp))
  })
  await fc.assert(property, {
    seed: Number(process.env['SEED'] ?? 20261130),
    numRuns: Number(process.env['RUNS'] ?? 250),
  })
}, 240_000)
