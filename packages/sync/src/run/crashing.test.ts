import { createFakeCorp, type FakeCorp } from '@wecom/mock'
import { afterEach, expect, test } from 'vitest'
import type { Database } from '../database/Database.ts'
import { openDatabase } from '../database/open.ts'
import { modelOf, tablesOf } from '../fixtures/model.ts'
import { stepped } from '../fixtures/stepped.ts'
import { isServer, newStore } from '../fixtures/stores.ts'
import { openWorld } from '../fixtures/world.ts'

class Crash extends Error {}

/** A corp of a size at which each kind of page comes more than once. */
function smallCorp(): FakeCorp {
  return createFakeCorp({ state: { generate: { members: 2, customers: 8 } }, pageSize: 3 })
}

/** Changes the corp between the first run and the one that crashes. */
function changeCorp(corp: FakeCorp): void {
  corp.clock.advance({ hours: 1 })
  const { people } = corp
  const [first, second, third] = corp
    .state()
    .follows.map(({ userid, external_userid }) => ({ userid, external_userid }))
  if (!first || !second || !third) expect.fail('no relations')
  people.memberDeletesCustomer(first)
  people.memberEditsRemark({ ...second, remark: '老客户' })
  people.memberTagsCustomer({ ...third, add_tag: [corp.state().tag_groups[0]?.tags[0]?.id ?? ''] })
  people.customerAddsMember({ userid: 'member1', name: '新客户' })
  people.memberOpensGroup({ userid: 'member2', name: '新群', external_userid: [third.external_userid] })
  corp.clock.advance({ hours: 1 })
}

/** Runs with a crash at the nth step, which takes everything after it down, too. Gives the number of steps that came. */
async function crashAt(corp: FakeCorp, database: Database, crashing: number): Promise<number> {
  let steps = 0
  const step = (): void => {
    if (++steps >= crashing) throw new Crash()
  }
  let isReady = false
  const { sync } = await openWorld(corp, {
    database,
    wrap: (each) => stepped(each, () => isReady && step()),
    intercept: () => step(),
  })
  isReady = true
  await sync.run({ concurrency: 1 }).catch((error: unknown) => {
    // The client turns an exception of `fetch` into a network error.
    if (steps < crashing) throw error
  })
  return steps
}

const lastings: Database[] = []
const closeAll = async (): Promise<void> => {
  await Promise.all(lastings.splice(0).map((database) => database.close()))
}
afterEach(closeAll)

/** A database that outlives the processes that use it. */
async function lasting(): Promise<Database> {
  const database = await openDatabase(await newStore())
  lastings.push(database)
  return database
}

/** The steps at which to crash: all of them; on a server some, because a run takes far longer there. */
function* crashes(steps: number): Generator<number> {
  const stride = isServer() ? Math.ceil(steps / 5) : 1
  for (let crashing = 1; crashing <= steps; crashing += stride) yield crashing
}

/** The feed, in an order that does not depend on the moment. */
async function kinds(database: Database): Promise<string[]> {
  const query = database.build
    .selectFrom('wecom_changes')
    .select(['kind', 'row_key'])
    .orderBy('kind')
    .orderBy('row_key')
  return (await database.execute(query.compile())).rows.map(({ kind, row_key }) => `${kind} ${String(row_key)}`)
}

test('behavior: a run that crashed at any step goes on, and ends with the tables equal to the corp', async () => {
  const rehearsal = smallCorp()
  const steps = await crashAt(rehearsal, await lasting(), Infinity)
  expect(steps).toBeGreaterThan(100)

  for (const crashing of crashes(steps)) {
    const corp = smallCorp()
    const database = await lasting()
    expect(await crashAt(corp, database, crashing)).toBeGreaterThanOrEqual(crashing)
    const { sync } = await openWorld(corp, { database })
    const report = await sync.run()
    expect({ crashing, ok: report.ok, gaps: report.gaps }).toEqual({ crashing, ok: true, gaps: [] })
    expect({ crashing, ...(await tablesOf(database)) }).toEqual({ crashing, ...modelOf(corp) })
    await closeAll()
  }
}, 120_000)

test('behavior: so does a later run, and the feed has each change once', async () => {
  const before = smallCorp()
  const known = await lasting()
  await crashAt(before, known, Infinity)
  changeCorp(before)
  const steps = await crashAt(before, known, Infinity)
  expect(await tablesOf(known)).toEqual(modelOf(before))
  const expected = await kinds(known)
  expect(expected.filter((kind) => kind.startsWith('follows.ended'))).toHaveLength(1)

  for (const crashing of crashes(steps)) {
    const corp = smallCorp()
    const database = await lasting()
    await crashAt(corp, database, Infinity)
    changeCorp(corp)
    await crashAt(corp, database, crashing)
    const { sync } = await openWorld(corp, { database })
    await sync.run()
    expect({ crashing, ...(await tablesOf(database)) }).toEqual({ crashing, ...modelOf(corp) })
    expect({ crashing, changes: await kinds(database) }).toEqual({ crashing, changes: expected })
    await closeAll()
  }
}, 120_000)
