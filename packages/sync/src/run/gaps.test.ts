import { createCorpTags } from '@wecom/tags'
import { expect, test } from 'vitest'
import { modelOf, tablesOf } from '../fixtures/model.ts'
import { createWorld, openWorld, type World } from '../fixtures/world.ts'
import { addGaps, type GapReason } from '../rows/gaps.ts'

const generated = { state: { generate: { members: 40, customers: 400 } } } as const
const denied = { kind: 'denied', reason: 'not in the visible range' } as const
const liveFollows = "select count(*) from wecom_follows where ended_at is null and userid = 'member1'"

test('behavior: a member who leaves during the run fails neither the batch nor the run', async () => {
  let hasLeft = false
  const { sync, corp, database, rows, value } = await createWorld({
    ...generated,
    intercept: (path) => {
      if (!path.endsWith('batch/get_by_user') || hasLeft) return
      hasLeft = true
      corp.people.memberLeaves({ userid: 'member1' })
    },
  })
  const report = await sync.run()

  expect(hasLeft).toBe(true)
  expect(report.ok).toBe(true)
  expect(report.gaps.map(({ resource, item, kind, errcode }) => ({ resource, item, kind, errcode }))).toEqual([
    { resource: 'customers', item: 'member1', kind: 'denied', errcode: 40031 },
  ])
  // The other member of the batch was read.
  expect(await rows("select count(*) as n from wecom_follows where userid in ('member1', 'member10')")).toEqual([
    { n: corp.state().follows?.filter(({ userid }) => userid === 'member10').length },
  ])

  corp.clock.advance({ hours: 1 })
  expect(await sync.run()).toMatchObject({ ok: true, gaps: [] })
  expect(await tablesOf(database)).toEqual(modelOf(corp))
  expect(await value("select out_of_view_at is null from wecom_members where userid = 'member1'")).toBe(0)
  await sync.close()
})

test('behavior: the relations of a member who is out of view stay', async () => {
  const { sync, corp, database, value } = await createWorld(generated)
  await sync.run()
  const before = await value(liveFollows)
  expect(before).toBeGreaterThan(5)
  corp.people.memberLeaves({ userid: 'member1' })
  corp.clock.advance({ hours: 1 })
  const report = await sync.run()

  expect(report).toMatchObject({ ok: true, gaps: [] })
  expect(await value(liveFollows)).toBe(before)
  expect(await value('select count(*) from wecom_members where out_of_view_at is not null')).toBe(1)
  expect(await tablesOf(database)).toEqual(modelOf(corp))
  await sync.close()
})

test('behavior: members without a licence are denied, and their relations stay', async () => {
  let isUnlicensed = false
  const { sync, corp, value } = await createWorld({
    ...generated,
    intercept: async (path, { userid_list }) => {
      if (!isUnlicensed || !path.endsWith('batch/get_by_user')) return
      if (!Array.isArray(userid_list) || !userid_list.includes('member1')) return
      return {
        errcode: 0,
        errmsg: 'ok',
        external_contact_list: [],
        next_cursor: '',
        fail_info: { unlicensed_userid_list: userid_list },
      }
    },
  })
  await sync.run()
  const before = await value(liveFollows)
  isUnlicensed = true
  corp.clock.advance({ hours: 1 })
  const report = await sync.run()

  expect(report.ok).toBe(true)
  expect(report.gaps).toContainEqual(
    expect.objectContaining({ resource: 'customers', item: 'member1', kind: 'denied', errcode: 701008 }),
  )
  expect(before).toBeGreaterThan(5)
  expect(await value(liveFollows)).toBe(before)
  await sync.close()
})

test('behavior: a mass disappearance ends nothing, and is named', async () => {
  let isEmpty = false
  const { sync, corp, value } = await createWorld({
    state: { generate: { members: 1, customers: 120 } },
    intercept: (path) => {
      if (!isEmpty) return undefined
      if (path.endsWith('batch/get_by_user')) {
        return { errcode: 0, errmsg: 'ok', external_contact_list: [], next_cursor: '' }
      }
      return path.endsWith('externalcontact/list') ? { errcode: 84061, errmsg: 'not external contact' } : undefined
    },
  })
  await sync.run()
  expect(await value(liveFollows)).toBe(120)
  isEmpty = true
  corp.clock.advance({ hours: 1 })
  const report = await sync.run()

  expect(corp.journal.list('batchGetContactsByUser').length).toBeGreaterThan(0)
  expect(report.ok).toBe(false)
  expect(report.gaps).toEqual([
    expect.objectContaining({
      resource: 'customers',
      item: 'member1',
      kind: 'suspicious',
      reason: '120 of 120 relations of the member are no longer listed; too many at once, so none was ended',
    }),
  ])
  expect(await value(liveFollows)).toBe(120)

  isEmpty = false
  corp.clock.advance({ hours: 1 })
  expect(await sync.run()).toMatchObject({ ok: true, gaps: [] })
  await sync.close()
})

test('behavior: a relation that only the pages leave out does not end, and is read by itself', async () => {
  let hidden: string | undefined
  const { sync, corp, value } = await createWorld({
    state: { generate: { members: 1, customers: 20 } },
    intercept: (path) => {
      if (hidden === undefined || !path.endsWith('batch/get_by_user')) return
      return { errcode: 0, errmsg: 'ok', external_contact_list: [], next_cursor: '' }
    },
  })
  await sync.run()
  expect(await value(liveFollows)).toBe(20)
  hidden = corp.state().customers?.[0]?.external_userid
  corp.clock.advance({ hours: 1 })
  const report = await sync.run()

  expect(corp.journal.list('listContactIds')).toHaveLength(1)
  expect(report.ok).toBe(true)
  expect(await value(liveFollows)).toBe(20)
  expect(corp.journal.list('getContact')).toHaveLength(20)
  expect(await value('select count(*) from wecom_dirty')).toBe(0)
  await sync.close()
})

test('behavior: what cannot be read is a gap, and keeps its `since` until it is read', async () => {
  const { sync, corp } = await createWorld()
  corp.faults.add({ kind: 'errcode', errcode: 48002, endpoint: 'listContactWays', times: 'always' })
  corp.faults.add({ kind: 'status', status: 502, endpoint: 'listCorpTags', times: 'always' })
  const first = await sync.run()
  corp.clock.advance({ days: 1 })
  const second = await sync.run()

  expect(first.ok).toBe(false)
  expect(first.gaps.map(({ resource, item, kind, errcode }) => [resource, item, kind, errcode])).toEqual([
    ['tags', '*', 'failed', undefined],
    ['contact_ways', '*', 'denied', 48002],
  ])
  expect(second.gaps).toEqual(first.gaps)
  corp.faults.clear()
  expect(await sync.run()).toMatchObject({ ok: true, gaps: [] })
  await sync.close()
})

test('behavior: gaps of data that a run did not read stay', async () => {
  let refused: readonly string[] = []
  const { sync, corp } = await createWorld({
    ...generated,
    intercept: (path) => (refused.some((end) => path.endsWith(end)) ? { errcode: -1, errmsg: 'busy' } : undefined),
  })
  const night = async (...paths: readonly string[]) => {
    refused = paths
    corp.clock.advance({ days: 1 })
    return sync.run()
  }
  const first = await night('batch/get_by_user', 'groupchat/list', 'get_unassigned_list', 'get_corp_tag_list')
  expect(first.gaps).toHaveLength(40 + 40 + 1 + 1)

  const second = await night('get_follow_user_list')
  const kept = first.gaps.filter(({ resource }) => resource !== 'tags')
  expect(second.gaps.filter(({ resource }) => resource !== 'members')).toEqual(kept)
  expect(second.gapCount).toBe(kept.length + 1)
  expect(await night()).toMatchObject({ ok: true, gaps: [] })
  await sync.close()
})

test.for<[what: string, listed: string[], gapCount: number]>([
  ['lists no members', [], 60 + 60 + 1],
  ['does not list most members', ['member1', 'member2'], 58 + 58 + 1],
])('behavior: if WeCom %s, gaps of members who are out of view stay', async ([, follow_user, gapCount]) => {
  let refused = true
  let isShort = false
  const { sync, corp } = await createWorld({
    state: { generate: { members: 60, customers: 120 } },
    intercept: (path) => {
      if (refused && /batch.get_by_user|groupchat.list$|get_unassigned_list/.test(path))
        return { errcode: -1, errmsg: 'busy' }
      return isShort && path.endsWith('get_follow_user_list') ? { errcode: 0, errmsg: 'ok', follow_user } : undefined
    },
  })
  const first = await sync.run()
  expect(first.gapCount).toBe(60 + 60 + 1)
  const before = new Map(first.gaps.map((gap) => [`${gap.resource} ${gap.item}`, gap]))
  refused = false
  isShort = true
  corp.clock.advance({ days: 1 })
  const second = await sync.run()

  const [, ...rest] = second.gaps.toSorted((one) => (one.resource === 'members' ? -1 : 1))
  expect(second.gapCount).toBe(gapCount)
  expect(rest).toEqual(rest.map(({ resource, item }) => before.get(`${resource} ${item}`)))
  expect(rest.map(({ resource }) => resource)).not.toContain('unassigned')
  isShort = false
  corp.clock.advance({ days: 1 })
  expect(await sync.run()).toMatchObject({ ok: true, gaps: [] })
  await sync.close()
})

test('behavior: tags and group chats that disappear in a mass end nothing, and are named', async () => {
  let isEmpty = false
  const { sync, corp, client, value } = await createWorld({
    intercept: (path) => {
      if (!isEmpty) return undefined
      if (path.endsWith('get_corp_tag_list')) return { errcode: 0, errmsg: 'ok', tag_group: [] }
      return path.endsWith('groupchat/list') ? { errcode: 0, errmsg: 'ok', group_chat_list: [] } : undefined
    },
  })
  for (let group = 0; group < 60; group++) corp.people.memberOpensGroup({ userid: 'lina', name: `群${group}` })
  const tag = Array.from({ length: 60 }, (_, index) => ({ name: `标签${index}` }))
  await createCorpTags(client, { group_name: '很多', tag })
  await sync.run()
  const live = async (): Promise<unknown[]> => [
    await value('select count(*) from wecom_tags where deleted_at is null'),
    await value('select count(*) from wecom_group_chats where dismissed_at is null'),
  ]
  const before = await live()
  expect(Math.min(...before.map(Number))).toBeGreaterThanOrEqual(60)
  isEmpty = true
  corp.clock.advance({ hours: 1 })
  const report = await sync.run()

  expect(report.ok).toBe(false)
  expect(report.gaps.map(({ resource, kind, item }) => `${resource} ${kind} ${item}`)).toContain(
    'group_chats suspicious lina',
  )
  expect(new Set(report.gaps.map(({ resource, kind }) => `${resource} ${kind}`))).toEqual(
    new Set(['group_chats suspicious', 'tags suspicious']),
  )
  expect(await live()).toEqual(before)
  isEmpty = false
  corp.clock.advance({ hours: 1 })
  expect(await sync.run()).toMatchObject({ ok: true, gaps: [] })
  await sync.close()
})

test('behavior: tags and group chats that this app may not read are denied, and stay', async () => {
  const { sync, corp, value } = await createWorld()
  await sync.run()
  const live = async (): Promise<unknown[]> => [
    await value('select count(*) from wecom_tags where deleted_at is null'),
    await value('select count(*) from wecom_group_chats where dismissed_at is null'),
  ]
  const before = await live()
  expect(Math.min(...before.map(Number))).toBeGreaterThan(0)
  for (const endpoint of ['listCorpTags', 'listGroupChats'])
    corp.faults.add({ kind: 'errcode', errcode: 48002, endpoint, times: 'always' })
  corp.clock.advance({ hours: 1 })
  const report = await sync.run()

  expect(report.ok).toBe(true)
  expect(new Set(report.gaps.map(({ resource, kind }) => `${resource} ${kind}`))).toEqual(
    new Set(['tags denied', 'group_chats denied']),
  )
  expect(await live()).toEqual(before)
  await sync.close()
})

test('behavior: a process that ends late leaves the gaps of a later run', async () => {
  let otherHasRun = false
  const world = await createWorld({
    ...generated,
    intercept: async (path) => {
      if (!path.endsWith('get_follow_user_list') || otherHasRun) return
      otherHasRun = true
      const { corp, database } = world
      const other = await openWorld(corp, { database })
      expect(await other.sync.run()).toMatchObject({ ok: true, gaps: [] })
      const refused = await openWorld(corp, {
        database,
        intercept: (one) => (one.endsWith('groupchat/list') ? { errcode: 40096, errmsg: 'refused' } : undefined),
      })
      expect((await refused.sync.run()).gaps).toHaveLength(40)
    },
  })
  const late = await world.sync.run({ concurrency: 1 })

  expect(otherHasRun).toBe(true)
  // The report of the run that the other process ended.
  expect(late).toMatchObject({ ok: true, complete: true, gaps: [] })
  expect(await world.value("select count(*) from wecom_gaps where resource = 'group_chats'")).toBe(40)
  await world.sync.close()
})

test('behavior: a refused read stays due if another process has ended the run, because the run gets no more gaps', async () => {
  let isDenied = false
  const world = await createWorld({
    intercept: async (path) => {
      if (!isDenied || path !== 'externalcontact/get') return
      const { corp, database } = world
      const other = await openWorld(corp, { database })
      expect(await other.sync.run()).toMatchObject({ complete: true, gaps: [] })
      isDenied = false
      return { errcode: 60011, errmsg: 'no privilege' }
    },
  })
  const { sync, corp, database, rows } = world
  await sync.run()
  const item = corp.state().follows[0]?.external_userid ?? expect.fail()
  const due_at = new Date(corp.clock.now())
  const row = { corp_id: corp.corpId, kind: 'customer', item, version: 1, due_at }
  await database.insertNew('dirty', [{ ...row, attempts: 3, denials: 3, expected: null, reason: null }])
  isDenied = true
  await sync.run()

  expect(isDenied).toBe(false)
  expect(await rows('select item from wecom_gaps')).toEqual([])
  expect(await rows('select item, attempts from wecom_dirty')).toEqual([{ item, attempts: 4 }])
  await sync.close()
})

/** Records a gap as `drain` does. */
async function recordGap(world: World, resource: string, item: string, gap: GapReason): Promise<void> {
  const { client, corp, database, time } = world
  const context = { client, database, corpId: corp.corpId, time }
  await database.transaction((connection) => addGaps(connection, context, null, resource, [item], gap))
}

test.for([
  ['stays until the next run', false],
  ['stays until the next run, although an earlier run had found it', true],
] as const)('behavior: a gap that drain records during a run %s', async ([, isKnown]) => {
  let mayRecordGap = false
  const world = await createWorld({
    intercept: async (path) => {
      if (!mayRecordGap || !path.endsWith('groupchat/list')) return
      mayRecordGap = false
      await recordGap(world, 'customers', 'wm1', denied)
    },
  })
  const { sync, corp, database, rows } = world
  const { runId } = await sync.run()
  if (isKnown) {
    const gap = { corp_id: corp.corpId, resource: 'customers', item: 'wm1', ...denied, run_id: runId }
    await database.insertNew('gaps', [{ ...gap, since: new Date(corp.clock.now()) }])
  }
  corp.clock.advance({ days: 1 })
  mayRecordGap = true
  const second = await sync.run({ concurrency: 1 })

  expect(mayRecordGap).toBe(false)
  expect(second).toMatchObject({ ok: true, gaps: [{ item: 'wm1', kind: 'denied' }] })
  expect(await rows('select item, run_id from wecom_gaps')).toEqual([{ item: 'wm1', run_id: second.runId }])
  corp.clock.advance({ days: 1 })
  expect(await sync.run()).toMatchObject({ ok: true, gaps: [] })
  await sync.close()
})

// The first two stay behind if a process stops after it has checked the rows of a part, and before the part is done.
// `drain` records the third.
test.for<[resource: string, item: string]>([
  ['customers', 'lina'],
  ['group_chats', 'lina'],
  ['tags', '*'],
])('behavior: a suspicious gap of %s closes if the same run then misses no rows', async ([resource, item]) => {
  let isNew = false
  const world = await createWorld({
    intercept: async (path) => {
      if (!isNew || !path.endsWith('list_contact_way')) return
      isNew = false
      await recordGap(world, resource, item, { kind: 'suspicious', reason: 'too many at once' })
    },
  })
  const { sync, corp, value } = world
  await sync.run()
  corp.clock.advance({ days: 1 })
  isNew = true
  const report = await sync.run({ concurrency: 1 })

  expect(isNew).toBe(false)
  expect(report).toMatchObject({ ok: true, gaps: [] })
  expect(await value('select count(*) from wecom_gaps')).toBe(0)
  await sync.close()
})
