import { createCallbackHandler } from '@wecom/callback'
import { createFakeCorp, type FakeCorp } from '@wecom/mock'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Database } from '../database/Database.ts'
import { act, type Action, actionNames, actionsAt, type ReadPath, textsIn } from '../fixtures/actions.ts'
import { callbackSettings, deliver } from '../fixtures/deliver.ts'
import { modelOf, tablesOf } from '../fixtures/model.ts'
import { isServer, withStore } from '../fixtures/stores.ts'
import { openWorld, type WorldOptions } from '../fixtures/world.ts'
import type { Report } from './progress.ts'

/**
 * One random case of the test in this file. A process receives an answer from WeCom, and pauses before it writes the
 * answer to the database. A lease reserves the work for this process, but the pause is longer than the lease. So
 * another process does the work during the pause.
 */
interface Takeover {
  /** If false, the tables are empty at first. */
  readonly startsWithRun: boolean
  readonly before: readonly Action[]
  readonly place: {
    readonly method: 'run' | 'drain'
    /** Path of the call after which the process pauses. */
    readonly path: string
    /**
     * The actions that members, customers and admins carry out during the pause. If possible, an action changes an item
     * whose id is in the parameters or the answer of the call to `path`, e.g. a customer in the answer.
     */
    readonly meanwhile: readonly Action[]
  }
  /** Number of the call to `place.path` after which the process pauses: 0 for the first call, 1 for the second call. */
  readonly nth: number
  readonly concurrency: number
}

/** Paths of the calls that `drain` makes after an event, to read the changed data. */
const pathsOfDrains = [
  'externalcontact/get',
  'externalcontact/groupchat/get',
  'externalcontact/get_corp_tag_list',
] as const
const pathsOfRuns = (Object.keys(actionsAt) as ReadPath[]).filter((path) => path !== 'externalcontact/get')
const paths: Readonly<Record<'run' | 'drain', readonly ReadPath[]>> = { run: pathsOfRuns, drain: pathsOfDrains }

const action = fc.record({ name: fc.constantFrom(...actionNames), itemIndex: fc.nat(50) })
const place = fc
  .constantFrom('run', 'run', 'drain')
  .chain((method) => fc.record({ method: fc.constant(method), path: fc.constantFrom(...paths[method]) }))
  .chain(({ method, path }) => {
    const apt = fc.record({ name: fc.constantFrom(...actionsAt[path]), itemIndex: fc.nat(50) })
    const meanwhile = fc.array(fc.oneof({ weight: 3, arbitrary: apt }, { weight: 1, arbitrary: action }), {
      minLength: 1,
      maxLength: 4,
    })
    return fc.record({ method: fc.constant(method), path: fc.constant(path), meanwhile })
  })
const takeover: fc.Arbitrary<Takeover> = fc.record({
  startsWithRun: fc.boolean(),
  before: fc.array(action, { maxLength: 6 }),
  place,
  nth: fc.constantFrom(0, 0, 1),
  concurrency: fc.integer({ min: 1, max: 2 }),
})

/**
 * Checks that a full run is complete, and that the tables equal the fake corp. If the run has gaps (data that could not
 * be read), does not compare the tables, and returns false.
 */
async function check(corp: FakeCorp, database: Database, { complete, gaps }: Report): Promise<boolean> {
  expect(complete).toBe(true)
  if (gaps.length > 0) return false
  expect(await tablesOf(database)).toEqual(modelOf(corp))
  return true
}

async function deliverAll(corp: FakeCorp, database: Database): Promise<void> {
  const world = await openWorld(corp, { database })
  const handle = createCallbackHandler({ ...callbackSettings, receiveIds: [corp.corpId], ...world.sync.inbox() })
  for (const event of corp.events.list()) expect(await deliver(world, handle, event)).toBe(200)
}

/**
 * Executes one case of the random test: a process pauses after a call, and another process does the work. Checks that
 * the tables equal the fake corp before the first process continues, and again after the first process has ended.
 *
 * @returns false if there was nothing to check: the first process never made the call after which it should pause, or
 *   the other process could not read all data.
 */
async function play(corp: FakeCorp, database: Database, one: Takeover): Promise<boolean> {
  const { sync } = await openWorld(corp, { database })
  if (one.startsWithRun) await sync.run()
  corp.clock.advance({ hours: 1 })
  for (const each of one.before) await act(corp, each)
  if (one.place.method === 'drain') await deliverAll(corp, database)

  let calls = 0
  let mustEqual = false
  const intercept: WorldOptions['intercept'] = async (path, params, answerNow) => {
    if (path !== one.place.path || calls++ !== one.nth) return undefined
    const answer = await answerNow()
    const at = textsIn(params, answer)
    for (const each of one.place.meanwhile) {
      corp.clock.advance(1_000)
      await act(corp, each, { at })
    }
    // A lease of a part of a run lasts one minute. A lease of a single read lasts five minutes.
    corp.clock.advance({ minutes: 6 })
    const other = await openWorld(corp, { database, callMs: 20 })
    await other.sync.run({ concurrency: one.concurrency })
    corp.clock.advance(1_000)
    mustEqual = await check(corp, database, await other.sync.run())
    return answer
  }
  const pausedProcess = await openWorld(corp, { database, callMs: 20, intercept })
  await (one.place.method === 'run' ? pausedProcess.sync.run({ concurrency: 1 }) : pausedProcess.sync.drain())
  if (mustEqual) expect(await tablesOf(database)).toEqual(modelOf(corp))
  return mustEqual
}

test('behavior: a process that stops for longer than its leases changes nothing afterwards', async () => {
  const runs = Number(process.env['RUNS'] ?? (isServer() ? 10 : 200))
  let takeovers = 0
  const property = fc.asyncProperty(takeover, async (one) => {
    const corp = createFakeCorp({ state: { generate: { members: 3, customers: 12 } }, pageSize: 3 })
    for (const name of ['memberOpensGroup', 'wayIsCreated', 'adminCreatesTags', 'memberLeaves'] as const)
      await act(corp, { name, itemIndex: 1 })
    await withStore(async (database) => {
      if (await play(corp, database, one)) takeovers++
    })
  })
  await fc.assert(property, { seed: Number(process.env['SEED'] ?? 20261130), numRuns: runs })
  expect(takeovers).toBeGreaterThan(runs / 4)
}, 240_000)
