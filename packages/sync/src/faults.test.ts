import { createCallbackHandler } from '@wecom/callback'
import type { FakeCorpOptions } from '@wecom/mock'
import { afterAll, expect, test } from 'vitest'
import { callbackSettings, deliver } from './fixtures/deliver.ts'
import { modelOf, tablesOf } from './fixtures/model.ts'
import { newSharedStore } from './fixtures/stores.ts'
import { createWorld, openWorld, type World, type WorldOptions } from './fixtures/world.ts'

/** Rows of the table that this file prints: each fault, and how the sync reacts or which test files prove it. */
const table: (readonly [fault: string, outcome: string])[] = [
  ['kill -9 at a random moment', 'run/killing.test.ts, run/crashing.test.ts'],
  ['lease lost', 'run/resuming.test.ts, run/takeover.test.ts'],
  ['disk full, damaged file', 'database/sqlite.test.ts'],
  ['database paused, connection black-holed', 'services tests: database/servers.services.test.ts'],
  ['Redis flushed', 'services tests: bullmq.services.test.ts'],
]
afterAll(() => {
  const width = Math.max(...table.map(([fault]) => fault.length))
  process.stdout.write(`\n${table.map(([fault, outcome]) => `${fault.padEnd(width)}  ${outcome}`).join('\n')}\n`)
})

const generated = { state: { generate: { members: 2, customers: 40 } }, pageSize: 5 } as const
const batch = 'batchGetContactsByUser'
const relation = ({ corp }: World): { userid: string; external_userid: string } => {
  const [{ userid, external_userid } = expect.fail()] = corp.state().follows
  return { userid, external_userid }
}

/**
 * Adds a test which checks that the tables are right again after a fault. Also adds a row about the fault to the
 * printed table. The test does a full run, causes the fault, and removes all faults from the fake corp. If `needsRun`
 * is true (the default), the test then does one more full run. At the end, the tables of the database must equal the
 * fake corp.
 *
 * @param fault - name of the fault, for the printed table.
 * @param meet - causes the fault, and returns the reaction of the sync as text for the printed table.
 */
function survives(
  fault: string,
  meet: (world: World) => Promise<string>,
  { needsRun = true, ...options }: WorldOptions & FakeCorpOptions & { readonly needsRun?: boolean } = {},
): void {
  test(`behavior: ${fault}`, async () => {
    const world = await createWorld({ ...generated, store: await newSharedStore(), ...options })
    const { sync, corp, database } = world
    expect(await sync.run()).toMatchObject({ ok: true, gaps: [] })
    expect((await tablesOf(database)).follows.length).toBeGreaterThanOrEqual(40)
    corp.clock.advance({ hours: 1 })
    const outcome = await meet(world)
    corp.faults.clear()
    corp.limits.clear()
    if (needsRun) {
      corp.clock.advance({ hours: 1 })
      expect(await sync.run()).toMatchObject({ ok: true, gaps: [] })
    }
    expect(await tablesOf(database)).toEqual(modelOf(corp))
    table.push([fault, `${outcome}; the tables equal the corp${needsRun ? ' after the next run' : ''}`])
    await sync.close()
  })
}

for (const [kind, fault] of [
  ['cursor-refused', 'cursor expired: refused'],
  ['cursor-restarts', 'cursor expired: the list starts over'],
  ['cursor-empty', 'cursor expired: an empty page'],
] as const) {
  survives(
    fault,
    async ({ sync, corp, value }) => {
      corp.faults.add({ kind, endpoint: batch, times: 1 })
      corp.people.customerAddsMember({ userid: 'member1', name: '新客户' })
      expect(await sync.run({ concurrency: 1 })).toMatchObject({ ok: true, gaps: [] })
      expect(corp.faults.list()).toEqual([])
      expect(await value('select count(*) from wecom_follows where ended_at is not null')).toBe(0)
      return `generation ${String(await value('select max(generation) from wecom_slices'))}, nothing ended`
    },
    { needsRun: kind === 'cursor-empty' },
  )
}

let during: (() => void) | undefined
const atFirstPage: WorldOptions = {
  intercept: (path) => {
    if (path !== 'externalcontact/batch/get_by_user') return
    during?.()
    during = undefined
  },
}

survives(
  'a member leaves during the run',
  async ({ sync, corp }) => {
    during = () => corp.people.memberLeaves({ userid: 'member2' })
    const { ok, gaps } = await sync.run({ concurrency: 1 })
    expect(ok).toBe(true)
    expect(gaps).toMatchObject([{ item: 'member2', kind: 'denied' }])
    return 'the gap `denied` of that member, the relations untouched'
  },
  atFirstPage,
)

survives('a customer is added behind the cursor, and the event is lost', async ({ sync, corp }) => {
  let pages = 0
  during = undefined
  const add = (): void => {
    if (++pages === 1) corp.people.customerAddsMember({ userid: 'member1', name: '新客户' })
  }
  const report = await sync.run({
    concurrency: 1,
    onProgress: ({ resources }) => resources.customers.done > 0 && add(),
  })
  expect(report.ok).toBe(true)
  expect(pages).toBeGreaterThan(1)
  return 'nothing ended'
})

survives('a bad userid in a batch', async ({ sync, corp }) => {
  corp.faults.add({ kind: 'errcode', errcode: 40031, endpoint: batch, times: 'always' })
  const { ok, gaps } = await sync.run()
  expect(ok).toBe(true)
  expect(gaps.map(({ item, kind }) => `${item} ${kind}`)).toEqual(['member1 denied', 'member2 denied'])
  return 'gaps `denied`, nothing ended'
})

survives(
  'the token is revoked',
  async ({ sync, corp }) => {
    during = () => corp.tokens.revoke()
    const { ok, gaps } = await sync.run({ concurrency: 1 })
    expect({ ok, gaps }).toEqual({ ok: true, gaps: [] })
    expect(corp.journal.list('getAccessToken').length).toBeGreaterThan(1)
    return 'a new token, no gap'
  },
  { ...atFirstPage, needsRun: false },
)

survives('45009 for an hour', async ({ sync, corp }) => {
  corp.limits.add({ kind: 'rate', endpoint: batch, calls: 6, perMs: 3_600_000 })
  const began = corp.clock.now()
  expect(await sync.run({ concurrency: 1 })).toMatchObject({ ok: true, gaps: [] })
  expect(corp.clock.now() - began).toBeGreaterThan(3_600_000)
  return 'waited for the hour, no gap'
})

survives('two runs at once', async (world) => {
  const store = await newSharedStore()
  const [one, two] = [await openWorld(world.corp, { store }), await openWorld(world.corp, { store })]
  const reports = await Promise.all([one.sync.run(), two.sync.run()])
  expect(reports.map(({ ok }) => ok)).toEqual([true, true])
  expect(await tablesOf(one.database)).toEqual(modelOf(world.corp))
  const [twice] = await one.rows('select count(*) as n from wecom_changes group by kind, row_key having count(*) > 1')
  expect(twice).toBeUndefined()
  await Promise.all([one.sync.close(), two.sync.close()])
  return 'shared the work, each change once'
})

/**
 * Delivers the events of the fake corp to the inbox of the sync, beginning with the event at index `from`. `order` can
 * change the order of the events, or repeat events.
 */
async function tell(world: World, from: number, order: (events: object[]) => object[]): Promise<void> {
  const { corp, sync } = world
  const handle = createCallbackHandler({ ...callbackSettings, receiveIds: [corp.corpId], ...sync.inbox() })
  for (const event of order(corp.events.list().slice(from))) expect(await deliver(world, handle, event)).toBe(200)
}

function live(world: World): number {
  const { corp } = world
  const from = corp.events.list().length
  const pair = relation(world)
  corp.people.memberEditsRemark({ ...pair, remark: '一' })
  corp.people.memberEditsRemark({ ...pair, remark: '二' })
  corp.people.memberDeletesCustomer(pair)
  corp.people.memberAddsCustomer(pair)
  corp.people.customerAddsMember({ userid: 'member2', name: '新客户' })
  return from
}

survives(
  'events duplicated, reordered, in the same second',
  async (world) => {
    await tell(world, live(world), (events) => [...events, ...events].toReversed())
    expect(await world.sync.drain({ maxMs: 600_000 })).toMatchObject({ left: 0, failed: 0 })
    return 'each read again'
  },
  { needsRun: false },
)

survives('events lost', async (world) => {
  live(world)
  return 'nobody told'
})

survives('relations still listed after deletion', async (world) => {
  const { corp, sync, value } = world
  corp.faults.add({ kind: 'keeps-listing', times: 'always' })
  const from = corp.events.list().length
  corp.people.memberDeletesCustomer(relation(world))
  await tell(world, from, (events) => events)
  await sync.drain({ maxMs: 600_000 })
  corp.clock.advance({ hours: 1 })
  await sync.run()
  expect(await value("select count(*) from wecom_follows where ended_by = 'member'")).toBe(1)
  return 'ended by the event, and no read reopened it'
})

survives(
  'stale reads',
  async (world) => {
    const from = live(world)
    world.corp.faults.add({ kind: 'lag', lagMs: 4_000, times: 'always' })
    await tell(world, from, (events) => events)
    expect(await world.sync.drain({ maxMs: 600_000 })).toMatchObject({ left: 0 })
    return 'read again until they showed it'
  },
  { needsRun: false },
)

let isEmpty = false
survives(
  'a mass disappearance',
  async ({ sync, value }) => {
    isEmpty = true
    const { ok, gaps } = await sync.run()
    isEmpty = false
    expect(ok).toBe(false)
    expect(gaps.map(({ kind }) => kind)).toContain('suspicious')
    expect(await value('select count(*) from wecom_follows where ended_at is not null')).toBe(0)
    return 'a gap `suspicious`, nothing ended'
  },
  {
    state: { generate: { members: 2, customers: 160 } },
    pageSize: 100,
    intercept: (path) => {
      if (!isEmpty) return undefined
      if (path.endsWith('batch/get_by_user'))
        return { errcode: 0, errmsg: 'ok', external_contact_list: [], next_cursor: '' }
      return path === 'externalcontact/list' ? { errcode: 84061, errmsg: 'not external contact' } : undefined
    },
  },
)
