import { createCallbackHandler } from '@wecom/callback'
import { createFakeCorp, type FakeCorp } from '@wecom/mock'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Database } from '../database/Database.ts'
import { act, type ActionName, actionsAt, textsIn } from '../fixtures/actions.ts'
import { crashAt } from '../fixtures/crash.ts'
import { callbackSettings, deliver } from '../fixtures/deliver.ts'
import { knownIds, modelOf, tablesOf, wronglyEnded } from '../fixtures/model.ts'
import { isServer, withStore } from '../fixtures/stores.ts'
import { openWorld, type WorldOptions } from '../fixtures/world.ts'

/** Actions after which WeCom sends an event. From this event, `drain` knows which data to read again. */
const reportedActions: readonly ActionName[] = [
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

/**
 * A change of the corp's data during one call to WeCom. The change concerns the data that the call reads. WeCom
 * delivers the event of the change before it answers the call. The call belongs to a full run, or to `drain`, which
 * reads changed data after events.
 */
interface Meanwhile {
  readonly path: string
  /**
   * Number of the call to `path` during which the change happens: 0 for the first call to `path`, 1 for the second, and
   * so on.
   */
  readonly nth: number
  readonly name: ActionName
  readonly itemIndex: number
  /**
   * Whether another process calls `drain` after the change, while the call to `path` still waits for WeCom's answer.
   * `drain` reads the changed data again.
   */
  readonly drains: boolean
  /**
   * Data in WeCom's answer:
   * - `new`: the data after the change
   * - `stale`: the data before the change
   * - `empty`: an empty page, as if the cursor had expired. The first page of a list is never empty.
   */
  readonly answer: 'new' | 'stale' | 'empty'
}

const batch = 'externalcontact/batch/get_by_user'
const paths = [
  batch,
  batch,
  batch,
  'externalcontact/get',
  'externalcontact/get',
  'externalcontact/get',
  'externalcontact/list',
  'externalcontact/groupchat/list',
  'externalcontact/groupchat/get',
  'externalcontact/get_corp_tag_list',
] as const
const disturbance: fc.Arbitrary<Meanwhile> = fc.constantFrom(...paths).chain((path) =>
  fc.record({
    path: fc.constant(path),
    nth: fc.constantFrom(0, 0, 1, 2),
    name: fc.constantFrom(...actionsAt[path]),
    itemIndex: fc.nat(4),
    drains: fc.boolean(),
    answer: fc.constantFrom('new', 'stale', 'stale', path === batch ? 'empty' : 'stale'),
  }),
)

type Step =
  | { readonly is: 'people'; readonly name: ActionName; readonly itemIndex: number }
  | { readonly is: 'events'; readonly orders: readonly number[]; readonly twice: boolean }
  | {
      readonly is: 'drain' | 'run'
      /** Whether WeCom delivers all waiting events before the run or `drain` starts. */
      readonly deliversFirst: boolean
      readonly crashing: number
      readonly meanwhile: readonly Meanwhile[]
    }
  | { readonly is: 'fault'; readonly kind: 'reset' | 'truncate' | 'html'; readonly times: number }
  | { readonly is: 'wait'; readonly ms: number }

const action = { name: fc.constantFrom(...reportedActions), itemIndex: fc.nat(4) }
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
      deliversFirst: fc.boolean(),
      crashing: fc.oneof(
        { weight: 3, arbitrary: fc.constant(Number.MAX_SAFE_INTEGER) },
        { weight: 1, arbitrary: fc.nat(200) },
      ),
      meanwhile: fc.array(disturbance, { maxLength: 3 }),
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

/** A fake corp, the tables of its sync, and the number of events that WeCom has delivered. */
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
        if (one.deliversFirst) await this.deliverAll([0], false)
        await crashAt(
          corp,
          this.#database,
          one.crashing,
          ({ sync }) => {
            sync.inbox()
            return one.is === 'run' ? sync.run({ concurrency: 1 }) : sync.drain({ maxMs: 5_000 })
          },
          { callMs: 20, intercept: this.#during(one) },
        )
    }
  }

  /**
   * Delivers all events that WeCom has not delivered yet. The first number in `orders` belongs to the first event, and
   * so on. After the last number, the numbers start again from the first. Events with lower numbers are delivered
   * first. If `twice` is true, each event is delivered twice in a row.
   */
  async deliverAll(orders: readonly number[], twice: boolean): Promise<void> {
    const world = await openWorld(this.#corp, { database: this.#database })
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
    const { sync } = await openWorld(this.#corp, { database: this.#database, callMs })
    sync.inbox()
    return sync.drain({ maxMs })
  }

  #during({ is, meanwhile }: Extract<Step, { is: 'drain' | 'run' }>): WorldOptions['intercept'] {
    const counts = new Map<string, number>()
    return async (path, params, answerNow) => {
      const nth = counts.get(path) ?? 0
      counts.set(path, nth + 1)
      const due = meanwhile.filter((one) => one.path === path && one.nth === nth)
      if (due.length === 0) return undefined
      const before = await answerNow()
      const at = textsIn(params, before)
      for (const one of due) {
        this.#corp.clock.advance(1)
        // If data appears and ends again during the read of a page, the page may still write this data, and only the
        // next run ends it. So during a run, the action ends only data that is already in the tables.
        await act(this.#corp, one, { at, mayEnd: is === 'run' ? await knownIds(this.#database) : undefined })
        await this.deliverAll([0], false)
        // No time passes while a call is under way: the drain does what is due now.
        if (one.drains) await this.drain(1, 0)
      }
      const isFurtherPage = path === batch && params['cursor'] !== undefined
      if (isFurtherPage && due.some(({ answer }) => answer === 'empty')) return emptyPage
      return due.some(({ answer }) => answer === 'stale') ? before : undefined
    }
  }
}

const emptyPage = { errcode: 0, errmsg: 'ok', external_contact_list: [], next_cursor: '' }

test('behavior: where every event arrives, the tables equal the corp after a drain, whatever else happened', async () => {
  const property = fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
    const corp = createFakeCorp({ state: { generate: { members: 2, customers: 8 } }, pageSize: 2 })
    await act(corp, { name: 'memberOpensGroup', itemIndex: 1 })
    await act(corp, { name: 'adminCreatesTags', itemIndex: 1 })
    await withStore(async (database) => {
      const { sync } = await openWorld(corp, { database })
      expect(await sync.run()).toMatchObject({ ok: true })
      corp.clock.advance({ hours: 1 })
      const story = new Story(corp, database)
      for (const one of steps) await story.play(one)
      corp.faults.clear()
      await story.deliverAll([0], false)
      expect(await story.drain(12 * 3_600_000, 20)).toMatchObject({ left: 0 })
      expect(await tablesOf(database)).toEqual(modelOf(corp))
      expect(await wronglyEnded(corp, database)).toEqual([])
    })
  })
  await fc.assert(property, {
    seed: Number(process.env['SEED'] ?? 20261130),
    numRuns: Number(process.env['RUNS'] ?? (isServer() ? 10 : 250)),
  })
}, 240_000)
