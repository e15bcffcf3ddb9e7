import { deleteContactWay } from '@wecom/contact-way'
import { listUnassignedContacts, transferResignedContacts } from '@wecom/contacts'
import { expect, test, vi } from 'vitest'
import { modelOf, tablesOf } from '../fixtures/model.ts'
import { stepped } from '../fixtures/stepped.ts'
import { createWorld } from '../fixtures/world.ts'

test('default: a first run brings the whole corp into the tables', async () => {
  const { sync, corp, database, value } = await createWorld({ pageSize: 7 })
  const report = await sync.run()

  expect(report.gaps).toEqual([])
  expect(report).toMatchObject({ ok: true, complete: true })
  expect(await value('select count(*) from wecom_follows')).toBeGreaterThan(30)
  expect(await value('select count(*) from wecom_group_chats')).toBeGreaterThan(0)
  expect(await value('select count(*) from wecom_contact_ways')).toBeGreaterThan(0)
  expect(await tablesOf(database)).toEqual(modelOf(corp))
  await sync.close()
})

test('behavior: an unchanged run writes no row of the corp', async () => {
  const written: string[] = []
  let isWatched = false
  const { sync, corp, value } = await createWorld({
    wrap: (database) => stepped(database, (name) => isWatched && name.startsWith('upsert') && written.push(name)),
  })
  await sync.run()
  const changes = await value('select count(*) from wecom_changes')
  expect(changes).toBeGreaterThan(60)
  corp.clock.advance({ days: 1 })
  isWatched = true
  const report = await sync.run()

  expect(report).toMatchObject({ ok: true, complete: true })
  expect(report.read.customers).toBeGreaterThan(30)
  expect([...new Set(written)]).toEqual(['upsert members'])
  expect(await value('select count(*) from wecom_changes')).toBe(changes)
  await sync.close()
})

test('behavior: a later run brings what has changed, and the feed says so', async () => {
  const { sync, corp, database, rows, value } = await createWorld()
  await sync.run()
  const last = await value('select max(id) from wecom_changes')
  corp.clock.advance({ hours: 1 })
  const { external_userid: gone = '' } = corp.state().follows?.find(({ userid }) => userid === 'wangfang') ?? {}
  const { external_userid: kept = '' } = corp.state().follows?.find(({ userid }) => userid === 'lina') ?? {}
  corp.people.memberDeletesCustomer({ userid: 'wangfang', external_userid: gone })
  corp.people.memberEditsRemark({ userid: 'lina', external_userid: kept, remark: '老客户' })
  corp.people.memberTagsCustomer({ userid: 'lina', external_userid: kept, add_tag: ['etAAAAdemoImportant'] })
  corp.people.customerAddsMember({ userid: 'lina', name: '新客户' })
  corp.clock.advance({ hours: 1 })
  await sync.run()

  expect(await tablesOf(database)).toEqual(modelOf(corp))
  const changes = await rows(`select kind, row_key, source from wecom_changes where id > ${String(last)} order by kind`)
  expect(changes.map(({ kind }) => kind)).toEqual([
    'customers.created',
    'follows.created',
    'follows.ended',
    'follows.updated',
  ])
  expect(JSON.parse(String(changes[2]?.['row_key']))).toEqual({ userid: 'wangfang', external_userid: gone })
  expect(changes[2]?.['source']).toBe('run')
  expect(await rows(`select ended_by from wecom_follows where ended_at is not null`)).toEqual([
    { ended_by: 'unlisted' },
  ])
  await sync.close()
})

test('behavior: tags, contact ways and group chats that are gone end', async () => {
  const { sync, corp, database, value } = await createWorld()
  await sync.run()
  const live = (table: string, end: string) => value(`select count(*) from wecom_${table} where ${end} is null`)
  const [tags, chats] = [await live('tags', 'deleted_at'), await live('group_chats', 'dismissed_at')]
  corp.clock.advance({ hours: 1 })
  corp.people.adminDeletesTags({ id: ['etAAAAdemoImportant'] })
  const [chat] = corp.state().group_chats ?? []
  corp.people.groupDismissed({ chat_id: chat?.chat_id ?? '' })
  const report = await sync.run()

  expect(report.ok).toBe(true)
  expect(await live('tags', 'deleted_at')).toBe(Number(tags) - 1)
  expect(await live('group_chats', 'dismissed_at')).toBe(Number(chats) - 1)
  expect(await tablesOf(database)).toEqual(modelOf(corp))
  await sync.close()
})

test('behavior: progress tells what is done, and from the second run on how much there is', async () => {
  const { sync, corp } = await createWorld({ pageSize: 5, callMs: 100 })
  const first: (number | undefined)[] = []
  await sync.run({ onProgress: ({ leftMs }) => first.push(leftMs) })
  corp.clock.advance({ hours: 1 })
  const steps: number[] = []
  let last: unknown
  await sync.run({
    onProgress: (progress) => {
      steps.push(progress.resources.customers.done)
      last = progress
    },
  })

  expect(first.length).toBeGreaterThan(5)
  expect(first.every((leftMs) => leftMs === undefined)).toBe(true)
  const customers = steps.at(-1)
  expect(steps).toEqual(steps.toSorted((one, other) => one - other))
  expect(last).toMatchObject({ resources: { customers: { done: customers, total: customers } }, leftMs: 0, gaps: 0 })
  await sync.close()
})

test('behavior: progress never goes back, although answers of the database arrive in another order', async () => {
  let isWatched = false
  let answers = 0
  const { sync } = await createWorld({
    pageSize: 5,
    wrap: (database) => ({
      ...database,
      execute: async (query) => {
        const answer = await database.execute(query)
        // Every other answer about the parts of the run is late.
        if (isWatched && query.sql.includes('group by') && answers++ % 2 === 0) await turns(40)
        return answer
      },
    }),
  })
  isWatched = true
  const steps: number[] = []
  await sync.run({ onProgress: ({ resources }) => steps.push(resources.customers.done) })

  expect(steps.length).toBeGreaterThan(10)
  expect(steps).toEqual(steps.toSorted((one, other) => one - other))
  await sync.close()
})

test('behavior: a listener that fails stops nothing, and is logged once', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const { sync } = await createWorld()
  let told = 0
  const report = await sync.run({
    onProgress: () => {
      told++
      throw new Error('the terminal is gone')
    },
  })

  expect(report.ok).toBe(true)
  expect(told).toBeGreaterThan(5)
  expect(log.mock.calls).toEqual([['@wecom/sync: onProgress failed:', new Error('the terminal is gone')]])
  await sync.close()
})

test('behavior: a contact way that is deleted ends', async () => {
  const { sync, corp, client, database, value } = await createWorld()
  await sync.run()
  const live = 'select count(*) from wecom_contact_ways where deleted_at is null'
  const before = Number(await value(live))
  expect(before).toBeGreaterThan(0)
  corp.clock.advance({ hours: 1 })
  await deleteContactWay(client, { config_id: corp.state().contact_ways[0]?.config_id ?? '' })
  corp.journal.clear()
  expect(await sync.run()).toMatchObject({ ok: true, gaps: [] })

  expect(corp.journal.list('getContactWay').length).toBeGreaterThanOrEqual(before)
  expect(Number(await value(live))).toBe(before - 1)
  expect(await tablesOf(database)).toEqual(modelOf(corp))
  await sync.close()
})

test('behavior: customers of members who left are unassigned until somebody takes them over', async () => {
  const { sync, corp, client, rows, value } = await createWorld({ pageSize: 3 })
  corp.people.memberLeaves({ userid: 'wangfang' })
  expect(await sync.run()).toMatchObject({ ok: true, gaps: [] })
  const { info } = await listUnassignedContacts(client)
  const listed: string[] = []
  for await (const { external_userid } of listUnassignedContacts(client)) listed.push(external_userid)
  expect(info.length).toBe(3)
  expect(listed.length).toBeGreaterThan(30)
  expect(await value('select count(*) from wecom_unassigned')).toBe(listed.length)

  corp.clock.advance({ hours: 1 })
  const external_userid = listed.slice(0, 1)
  await transferResignedContacts(client, { handover_userid: 'wangfang', takeover_userid: 'lina', external_userid })
  corp.clock.advance({ days: 2 })
  expect(await sync.run()).toMatchObject({ ok: true, gaps: [] })
  expect(await value('select count(*) from wecom_unassigned')).toBe(listed.length - 1)
  expect(await rows("select external_userid from wecom_changes where kind = 'unassigned.ended'")).toEqual([
    { external_userid: listed[0] },
  ])

  corp.faults.add({ kind: 'errcode', errcode: 48002, endpoint: 'listUnassignedContacts', times: 'always' })
  corp.clock.advance({ hours: 1 })
  const denied = await sync.run()
  expect(denied.gaps).toMatchObject([{ resource: 'unassigned', item: '*', kind: 'denied', errcode: 48002 }])
  expect(denied.ok).toBe(true)
  expect(await value('select count(*) from wecom_unassigned')).toBe(listed.length - 1)
  await sync.close()
})

test('behavior: many unassigned customers that disappear at once stay until the tables show their new member', async () => {
  let isEmpty = false
  const { sync, corp, client, database, value } = await createWorld({
    state: { generate: { members: 2, customers: 240 } },
    intercept: (path) =>
      isEmpty && path.endsWith('get_unassigned_list')
        ? { errcode: 0, errmsg: 'ok', info: [], is_last: true, next_cursor: '' }
        : undefined,
  })
  const night = (options = {}) => {
    corp.clock.advance({ days: 2 })
    return sync.run(options)
  }
  const left = async (): Promise<number> => Number(await value('select count(*) from wecom_unassigned'))
  const [handover_userid = '', takeover_userid = ''] = corp.state().members.map(({ userid }) => userid)
  corp.people.memberLeaves({ userid: handover_userid })
  await sync.run()
  const all = await left()
  expect(all).toBeGreaterThan(100)
  isEmpty = true
  const reason = `${all} of ${all} unassigned customers are no longer listed; too many at once, so none was removed`
  for (let index = 0; index < 2; index++) {
    expect((await night()).gaps).toMatchObject([{ resource: 'unassigned', item: '*', kind: 'suspicious', reason }])
    expect(await left()).toBe(all)
  }
  isEmpty = false
  expect(await night()).toMatchObject({ ok: true, gaps: [] })

  const listed = (await listUnassignedContacts(client)).info.map(({ external_userid }) => external_userid)
  const external_userid = listed.slice(0, 60)
  await transferResignedContacts(client, { handover_userid, takeover_userid, external_userid })
  expect((await night()).gaps).toMatchObject([{ resource: 'unassigned', kind: 'suspicious' }])
  expect(await left()).toBe(all)
  expect(await night()).toMatchObject({ ok: true, gaps: [] })
  expect(await left()).toBe(all - 60)
  expect(await tablesOf(database)).toEqual(modelOf(corp))
  isEmpty = true
  expect(await night({ acceptMissing: true })).toMatchObject({ ok: true, gaps: [] })
  expect(await left()).toBe(0)
  await sync.close()
})

const unassigned = Array.from({ length: 200 }, (_, index) => {
  return { handover_userid: 'left', external_userid: `wm${index}`, dimission_time: 1_600_000_000 }
})

test.for<[reason: string, end: object]>([
  ['an empty page for the cursor', { info: [], is_last: true, next_cursor: '' }],
  ['the same cursor again', { is_last: false, next_cursor: 'c2' }],
  ['the same cursor again', { info: [], is_last: false, next_cursor: 'c2' }],
  // Pages that alternate.
  ['the same cursor again', { is_last: false, next_cursor: 'c1' }],
  ['no cursor for the next page', { is_last: false, next_cursor: '' }],
])('behavior: a list of unassigned customers that ends with %s removes nothing', async ([reason, end]) => {
  const pages = { c1: unassigned.slice(0, 100), c2: unassigned.slice(100) }
  let breaks = false
  let calls = 0
  const { sync, corp, value } = await createWorld({
    intercept: (path, { cursor = 'c1' }) => {
      if (!path.endsWith('get_unassigned_list')) return
      // Ends also without the check of the cursors.
      if (++calls > 100) return { errcode: -1, errmsg: 'too many pages' }
      const page = { errcode: 0, errmsg: 'ok', info: pages[cursor as keyof typeof pages] }
      if (cursor === 'c1') return { ...page, is_last: false, next_cursor: 'c2' }
      if (!breaks) return { ...page, is_last: true }
      corp.clock.advance({ minutes: 2 })
      return { ...page, info: pages.c1, ...end }
    },
  })
  expect(await sync.run()).toMatchObject({ ok: true, gaps: [] })
  breaks = true
  corp.clock.advance({ days: 1 })
  const report = await sync.run()

  expect(report.ok).toBe(false)
  expect(report.gaps).toMatchObject([
    { resource: 'unassigned', item: '*', kind: 'failed', reason: `WeCom returned ${reason}` },
  ])
  expect(await value('select count(*) from wecom_unassigned')).toBe(200)
  breaks = false
  corp.clock.advance({ days: 1 })
  expect(await sync.run()).toMatchObject({ ok: true, gaps: [] })
  await sync.close()
})

test.for<[name: string, empty: object, left: number]>([
  ['last page', { is_last: true, next_cursor: '' }, 160],
  ['middle page', { is_last: false, next_cursor: 'c3' }, 180],
])('behavior: a list of unassigned customers may have an empty %s', async ([, empty, left]) => {
  let isShorter = false
  const { sync, corp, value } = await createWorld({
    intercept: (path, { cursor }) => {
      if (!path.endsWith('get_unassigned_list')) return
      const page = { errcode: 0, errmsg: 'ok' }
      if (cursor === 'c2' && isShorter) return { ...page, info: [], ...empty }
      if (cursor === 'c2') return { ...page, info: unassigned.slice(160), is_last: true }
      if (cursor === 'c3') return { ...page, info: unassigned.slice(180), is_last: true }
      return { ...page, info: unassigned.slice(0, 160), is_last: false, next_cursor: 'c2' }
    },
  })
  await sync.run()
  expect(await value('select count(*) from wecom_unassigned')).toBe(200)
  isShorter = true
  corp.clock.advance({ days: 1 })

  expect(await sync.run()).toMatchObject({ ok: true, gaps: [] })
  expect(await value('select count(*) from wecom_unassigned')).toBe(left)
  await sync.close()
})

test('behavior: a list of unassigned customers that says neither is_last nor a cursor is at its end', async () => {
  const { sync, value } = await createWorld({
    strict: false,
    intercept: (path) =>
      path.endsWith('get_unassigned_list') ? { errcode: 0, errmsg: 'ok', info: unassigned } : undefined,
  })

  expect(await sync.run()).toMatchObject({ ok: true, gaps: [] })
  expect(await value('select count(*) from wecom_unassigned')).toBe(unassigned.length)
  await sync.close()
})

test('behavior: a list of unassigned customers that has only empty pages ends', async () => {
  let pages = 0
  const { sync, corp, value } = await createWorld({
    intercept: (path) => {
      if (!path.endsWith('get_unassigned_list') || pages === 0) return
      return { errcode: 0, errmsg: 'ok', info: [], is_last: pages > 500, next_cursor: `c${++pages}` }
    },
  })
  corp.people.memberLeaves({ userid: 'wangfang' })
  await sync.run()
  const before = Number(await value('select count(*) from wecom_unassigned'))
  expect(before).toBeGreaterThan(0)
  pages = 1
  corp.clock.advance({ days: 1 })
  const { gaps } = await sync.run()

  expect(gaps).toMatchObject([{ resource: 'unassigned', reason: 'WeCom returned more than 100 empty pages in a row' }])
  expect(await value('select count(*) from wecom_unassigned')).toBe(before)
  await sync.close()
})

test('error: a wrong secret ends the run at once', async () => {
  const { sync, corp } = await createWorld()
  corp.faults.add({ kind: 'errcode', errcode: 40001, endpoint: 'getAccessToken', times: 'always' })

  await expect(sync.run()).rejects.toMatchObject({ errcode: 40001 })
  expect(corp.journal.list('getAccessToken')).toHaveLength(1)
  await sync.close()
})

test('error: an IP that is not trusted ends the run, and the next one goes on', async () => {
  const { sync, corp, value } = await createWorld()
  corp.faults.add({ kind: 'errcode', errcode: 60020, endpoint: 'batchGetContactsByUser' })
  await expect(sync.run({ concurrency: 1 })).rejects.toMatchObject({ errcode: 60020 })
  expect(await value('select count(*) from wecom_slices where lease_token is not null')).toBe(0)
  expect(await value('select count(*) from wecom_gaps')).toBe(0)

  expect(await sync.run()).toMatchObject({ ok: true })
  expect(corp.journal.list('listFollowUsers')).toHaveLength(1)
  await sync.close()
})

/** Waits until the event loop has turned the given number of times. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve))
}
