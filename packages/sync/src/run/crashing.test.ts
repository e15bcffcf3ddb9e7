import { createFakeCorp, type FakeCorp } from '@wecom/mock'
import { expect, test } from 'vitest'
import type { Database } from '../database/Database.ts'
import { crashAt } from '../fixtures/crash.ts'
import { modelOf, tablesOf } from '../fixtures/model.ts'
import { isServer, withStore } from '../fixtures/stores.ts'
import { openWorld } from '../fixtures/world.ts'

/** Creates a fake corp that is small, but large enough that the list of its customers has several pages. */
function smallCorp(): FakeCorp {
  return createFakeCorp({ state: { generate: { members: 2, customers: 8 } }, pageSize: 3 })
}

/** Changes the fake corp after the first full run and before the run that crashes. */
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

/**
 * Starts a full run that crashes at step `crashing`, where 1 is the first step. A step is an SQL statement, a commit or
 * a call to WeCom. With `Infinity`, the run does not crash. Returns the number of steps that the run started.
 */
const runUntil = (corp: FakeCorp, database: Database, crashing: number): Promise<number> =>
  crashAt(corp, database, crashing, ({ sync }) => sync.run({ concurrency: 1 }))

/**
 * Yields the numbers of the steps at which the tests crash a run. With SQLite: all steps. On a database server: at most
 * five steps, because a run takes much longer there.
 */
function* crashes(steps: number): Generator<number> {
  const stride = isServer() ? Math.ceil(steps / 5) : 1
  for (let crashing = 1; crashing <= steps; crashing += stride) yield crashing
}

/**
 * Returns the kind and the key of each row of the table `changes`. The list is sorted, because the order of the rows
 * depends on the step at which the run crashed.
 */
async function kinds(database: Database): Promise<string[]> {
  const query = database.build
    .selectFrom('wecom_changes')
    .select(['kind', 'row_key'])
    .orderBy('kind')
    .orderBy('row_key')
  return (await database.execute(query.compile())).rows.map(({ kind, row_key }) => `${kind} ${String(row_key)}`)
}

test('behavior: a run that crashed at any step goes on, and ends with the tables equal to the corp', async () => {
  const steps = await withStore((database) => runUntil(smallCorp(), database, Infinity))
  expect(steps).toBeGreaterThan(100)

  for (const crashing of crashes(steps)) {
    await withStore(async (database) => {
      const corp = smallCorp()
      expect(await runUntil(corp, database, crashing)).toBeGreaterThanOrEqual(crashing)
      const { sync } = await openWorld(corp, { database })
      const report = await sync.run()
      expect({ crashing, ok: report.ok, gaps: report.gaps }).toEqual({ crashing, ok: true, gaps: [] })
      expect({ crashing, ...(await tablesOf(database)) }).toEqual({ crashing, ...modelOf(corp) })
    })
  }
}, 120_000)

test('behavior: so does a later run, and the feed has each change once', async () => {
  const { steps, expected } = await withStore(async (database) => {
    const corp = smallCorp()
    await runUntil(corp, database, Infinity)
    changeCorp(corp)
    const count = await runUntil(corp, database, Infinity)
    expect(await tablesOf(database)).toEqual(modelOf(corp))
    return { steps: count, expected: await kinds(database) }
  })
  expect(expected.filter((kind) => kind.startsWith('follows.ended'))).toHaveLength(1)

  for (const crashing of crashes(steps)) {
    await withStore(async (database) => {
      const corp = smallCorp()
      await runUntil(corp, database, Infinity)
      changeCorp(corp)
      await runUntil(corp, database, crashing)
      const { sync } = await openWorld(corp, { database })
      await sync.run()
      expect({ crashing, ...(await tablesOf(database)) }).toEqual({ crashing, ...modelOf(corp) })
      expect({ crashing, changes: await kinds(database) }).toEqual({ crashing, changes: expected })
    })
  }
}, 120_000)
