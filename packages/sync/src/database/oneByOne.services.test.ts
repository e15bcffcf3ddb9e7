import { startMariaDb, startPostgres } from '@wecom-tools/scripts/services'
import type { ContactDetail, FollowInfo } from '@wecom/contacts'
import { createClient } from '@wecom/core'
import { afterAll, afterEach, expect, test } from 'vitest'
import { listChanges } from '../changes.ts'
import type { SyncContext } from '../context.ts'
import { newStoreOf } from '../fixtures/stores.ts'
import { forget } from '../forget.ts'
import { claimDue } from '../reads/claims.ts'
import { markDirty } from '../reads/dirty.ts'
import { writeFollows } from '../rows/follows.ts'
import { addChanges, type Writing, writeRows } from '../rows/writeRows.ts'
import { addSlices, claimSlice } from '../run/slices.ts'
import { databaseTime } from '../time.ts'
import type { Database } from './Database.ts'
import { migrate } from './migrate.ts'
import { oneByOne } from './oneByOne.ts'
import { openDatabase } from './open.ts'

const [postgres, mariaDb] = await Promise.all([startPostgres(), startMariaDb()])
afterAll(() => Promise.all([postgres.stop(), mariaDb.stop()]))
const urls = { postgres: postgres.url, mysql: mariaDb.url } as const
const kinds = ['postgres', 'mysql'] as const

const opened: Database[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.close()))
})

const corpId = 'ww1'
const client = createClient({ token: { get: () => Promise.reject(new Error('no calls here')) } as never })

/** Returns the contexts of two simulated processes that use the same tables. */
async function twoProcesses(kind: (typeof kinds)[number]): Promise<[SyncContext, SyncContext]> {
  const store = await newStoreOf(urls[kind])
  const contextOf = async (): Promise<SyncContext> => {
    const database = await openDatabase(store)
    opened.push(database)
    await migrate(database)
    const corp = { corp_id: corpId, app_kind: 'self-built', created_at: new Date(0) }
    await database.insertNew('corps', [corp])
    return { database: oneByOne(database, corpId), client, corpId, time: databaseTime(database) }
  }
  return [await contextOf(), await contextOf()]
}

/**
 * Returns a context whose transactions wait before they commit, until the test calls `open`. `arrived` resolves when
 * the first transaction has begun to wait.
 */
function gated(
  context: SyncContext,
  database: Database,
): { context: SyncContext; open: () => void; arrived: Promise<void> } {
  const { promise: opening, resolve: open } = Promise.withResolvers<void>()
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>()
  const waiting: Database = {
    ...database,
    transaction: (work) =>
      database.transaction(async (connection) => {
        const result = await work(connection)
        arrive()
        await opening
        return result
      }),
  }
  return { context: { ...context, database: waiting }, open, arrived }
}

/**
 * Returns the database of the first process (0) or of the second process (1), without the wrapper `oneByOne`. Without
 * the wrapper, several transactions of one corp can run at the same time.
 */
const unordered = (index: number): Database => opened[index] ?? expect.fail('not opened')

async function idsAfter(context: SyncContext, after: number): Promise<number[]> {
  const ids: number[] = []
  for await (const { id } of listChanges(context, { after })) ids.push(id)
  return ids
}

const writingAt = (ms: number): Writing => ({ corpId, source: 'run', readAt: new Date(ms), now: Date.now })

const addChange = ({ database }: SyncContext, userid: string): Promise<void> =>
  database.transaction((connection) =>
    addChanges(connection, writingAt(0), [{ kind: 'members.created', keys: { userid } }]),
  )

async function addManyChanges(context: SyncContext): Promise<void> {
  for (let index = 0; index < 60; index++) await addChange(context, `member${index}`)
}

const tagGroup = (name: string, read_at: Date) => ({
  corp_id: corpId,
  group_id: 'et1',
  name,
  sort_order: 0,
  deleted_at: null,
  data: JSON.stringify({ name }),
  hash: name,
  read_at,
})

const writeTagGroup = ({ database }: SyncContext, name: string, ms: number) =>
  database.transaction((connection) =>
    writeRows(connection, 'tag_groups', [tagGroup(name, new Date(ms))], writingAt(ms)),
  )

test.for(kinds)('behavior: a reader of changes in %s misses none that a slow transaction writes', async (kind) => {
  const [one, two] = await twoProcesses(kind)
  const slow = gated(one, one.database)
  const first = addChange(slow.context, 'first')
  await slow.arrived
  // It would get the higher id, and be visible first.
  const second = addChange(two, 'second')
  await expect(Promise.race([second, one.time.sleep(100, undefined).then(() => 'waits')])).resolves.toBe('waits')
  expect(await idsAfter(two, 0)).toEqual([])
  slow.open()
  await Promise.all([first, second])

  const keys: unknown[] = []
  for await (const change of listChanges(two, { after: 0 })) keys.push(change.keys['userid'])
  expect(keys).toEqual(['first', 'second'])
})

test.for(kinds)('behavior: a reader that follows the changes of %s gets each, whoever writes', async (kind) => {
  const [one, two] = await twoProcesses(kind)
  const over = new AbortController()
  const seen: number[] = []
  const read = async (): Promise<void> => {
    while (!over.signal.aborted) seen.push(...(await idsAfter(one, seen.at(-1) ?? 0)))
    seen.push(...(await idsAfter(one, seen.at(-1) ?? 0)))
  }
  const reading = read()
  await Promise.all([one, one, two, two].map((context) => addManyChanges(context)))
  over.abort()
  await reading

  expect(seen).toHaveLength(240)
  expect(seen).toEqual(seen.toSorted((first, second) => first - second))
})

test.for(kinds)('behavior: of two reads that are written to %s at once, the newer one stays', async (kind) => {
  const [one, two] = await twoProcesses(kind)
  for (let round = 0; round < 10; round++) {
    const ms = round * 10
    await Promise.all([writeTagGroup(one, `newer${round}`, ms + 1), writeTagGroup(two, `older${round}`, ms)])
    const [found] = await one.database.find('tag_groups', ['name'], [tagGroup('', new Date(0))])
    expect(found).toMatchObject({ name: `newer${round}` })
  }

  const created: unknown[] = []
  for await (const { kind: change } of listChanges(one, {})) if (change.endsWith('created')) created.push(change)
  expect(created).toHaveLength(1)
})

test.for(kinds)(
  'behavior: a page that is written to %s while forget deletes its customer leaves no row',
  async (kind) => {
    const [one, two] = await twoProcesses(kind)
    const external_contact = { external_userid: 'wm1', name: '客户', type: 1, avatar: '', gender: 0 } as ContactDetail
    const follow_info = { userid: 'lina', createtime: 1, add_way: 1 } as FollowInfo
    const writePage = ({ database }: SyncContext) =>
      database.transaction((connection) =>
        writeFollows(connection, database.build, [{ external_contact, follow_info }], writingAt(Date.now() - 60_000)),
      )
    for (const [first, second] of [
      [writePage, (context: SyncContext) => forget(context, 'wm1')],
      [(context: SyncContext) => forget(context, 'wm1'), writePage],
    ] as const) {
      await one.database.remove('forgotten', [{ corp_id: corpId, external_userid: 'wm1' }])
      const slow = gated(one, one.database)
      const writing = first(slow.context)
      await slow.arrived
      const later = second(two)
      await expect(Promise.race([later, one.time.sleep(100, undefined).then(() => 'waits')])).resolves.toBe('waits')
      slow.open()
      await Promise.all([writing, later])

      expect(await two.database.find('customers', ['name'], [{ corp_id: corpId, external_userid: 'wm1' }])).toEqual([])
    }
  },
)

test.for(kinds)('behavior: workers on %s skip what another one is about to take', async (kind) => {
  const [one, two] = await twoProcesses(kind)
  await one.database.transaction((connection) => markDirty(connection, one, 'customer', ['wm1', 'wm2']))
  await one.database.transaction((connection) =>
    addSlices(connection, one, 'run1', 'customers', [
      { name: 'a', userids: [] },
      { name: 'b', userids: [] },
    ]),
  )
  const others = { ...two, database: unordered(1) }

  const slow = gated(one, unordered(0))
  const claiming = claimDue(slow.context, 'dirty')
  await slow.arrived
  // MySQL may lock more rows than it gives.
  const other = await claimDue(others, 'dirty')
  slow.open()
  const claimed = [await claiming, other, await claimDue(others, 'dirty')].flatMap((claim) =>
    claim ? [String(claim.key['item'])] : [],
  )
  expect(claimed.toSorted()).toEqual(['wm1', 'wm2'])

  const slowSlice = gated(one, unordered(0))
  const claimingSlice = claimSlice(slowSlice.context, 'run1', new Set())
  await slowSlice.arrived
  expect(await claimSlice(others, 'run1', new Set())).toMatchObject({ name: 'b' })
  // Not `undefined`, which would say that all are done.
  expect(await claimSlice(others, 'run1', new Set())).toBe(1)
  slowSlice.open()
  expect(await claimingSlice).toMatchObject({ name: 'a' })
})

test.for(kinds)('behavior: workers of two processes on %s take each thing once', async (kind) => {
  const [one, two] = await twoProcesses(kind)
  const items = Array.from({ length: 40 }, (_, index) => `wm${index}`)
  await one.database.transaction((connection) => markDirty(connection, one, 'customer', items))
  const claimed: string[] = []
  const work = async (context: SyncContext): Promise<void> => {
    for (let claim; (claim = await claimDue(context, 'dirty'));) claimed.push(String(claim.key['item']))
  }
  await Promise.all([one, two, one, two].map(work))

  expect(claimed.toSorted()).toEqual(items.toSorted())
})
