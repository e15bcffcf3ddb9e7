import { batchGetContactsByUserEndpoint, type BatchGetContactsByUserParams } from '@wecom/contacts'
import { createClient } from '@wecom/core'
import { expect, test } from 'vitest'
import type { Database } from '../database/Database.ts'
import { modelOf, tablesOf } from '../fixtures/model.ts'
import { newSharedStore } from '../fixtures/stores.ts'
import { createWorld, openWorld } from '../fixtures/world.ts'

const generated = { state: { generate: { members: 3, customers: 90 } }, pageSize: 10 } as const
const batches = 'externalcontact/batch/get_by_user'

function unchecked(database: Database): Database {
  // `check` reads the whole file of the SQLite database, which takes longer than a small run. Without `check`, two runs
  // begin at the same time.
  return { ...database, check: async () => {} }
}

/** Returns a signal, and a function that aborts the signal when the sync requests the nth page of customers. */
function stopAt(page: number): { signal: AbortSignal; intercept: (path: string) => void } {
  const controller = new AbortController()
  let pages = 0
  const intercept = (path: string): void => {
    if (path === batches && ++pages === page) controller.abort()
  }
  return { signal: controller.signal, intercept }
}

test('default: a run that was stopped goes on where it was', async () => {
  const { signal, intercept } = stopAt(4)
  const { sync, corp, database, value } = await createWorld({ ...generated, intercept })
  const stopped = await sync.run({ signal, concurrency: 1 })
  expect(stopped).toMatchObject({ ok: false, complete: false })
  expect(await value('select count(*) from wecom_slices where lease_token is not null')).toBe(0)
  expect(await value('select count(*) from wecom_follows')).toBe(30)
  corp.journal.clear()
  const report = await sync.run({ concurrency: 1 })

  expect(report).toMatchObject({ ok: true, complete: true, runId: stopped.runId })
  expect(corp.journal.list('listFollowUsers')).toEqual([])
  expect(corp.journal.list('batchGetContactsByUser').length).toBeLessThan(11)
  expect(await tablesOf(database)).toEqual(modelOf(corp))
  await sync.close()
})

test('behavior: a cursor older than an hour is not used', async () => {
  const { signal, intercept } = stopAt(3)
  const { sync, corp, database } = await createWorld({ ...generated, intercept })
  await sync.run({ signal, concurrency: 1 })
  corp.clock.advance({ hours: 2 })
  corp.journal.clear()
  const report = await sync.run({ concurrency: 1 })

  expect(report).toMatchObject({ ok: true, complete: true })
  expect(corp.journal.list('batchGetContactsByUser')[0]?.body).not.toHaveProperty('cursor')
  expect(await tablesOf(database)).toEqual(modelOf(corp))
  await sync.close()
})

test('behavior: a slice begins anew when its cursor is refused', async () => {
  const { sync, corp, database, value } = await createWorld({
    ...generated,
    intercept: (path, { cursor }) => {
      const isRefused = path === batches && cursor !== undefined && refusals-- > 0
      return isRefused ? { errcode: 50100, errmsg: 'invalid cursor' } : undefined
    },
  })
  let refusals = 1
  const report = await sync.run({ concurrency: 1 })

  expect(report).toMatchObject({ ok: true, complete: true })
  expect(refusals).toBeLessThan(0)
  expect(await value('select max(generation) from wecom_slices')).toBe(2)
  expect(await tablesOf(database)).toEqual(modelOf(corp))
  await sync.close()
})

test('behavior: an empty page after a resumed cursor proves nothing', async () => {
  const controller = new AbortController()
  let stopsAt = Infinity
  let isExpired = false
  const { sync, corp, database, value } = await createWorld({
    ...generated,
    intercept: (path, { cursor }) => {
      if (path === batches && --stopsAt === 0) controller.abort()
      if (!isExpired || path !== batches || cursor === undefined) return
      isExpired = false
      return { errcode: 0, errmsg: 'ok', external_contact_list: [], next_cursor: '' }
    },
  })
  await sync.run()
  corp.clock.advance({ days: 1 })
  const before = await value('select count(*) from wecom_follows where ended_at is null')
  stopsAt = 2
  expect(await sync.run({ signal: controller.signal, concurrency: 1 })).toMatchObject({ complete: false })
  isExpired = true
  corp.clock.advance({ minutes: 30 })
  const report = await sync.run({ concurrency: 1 })

  expect(isExpired).toBe(false)
  expect(report).toMatchObject({ ok: true, complete: true })
  expect(await value('select max(generation) from wecom_slices')).toBe(2)
  // Nothing was taken for missing.
  expect(await value('select count(*) from wecom_dirty')).toBe(0)
  expect(await value('select count(*) from wecom_follows where ended_at is null')).toBe(before)
  expect(await tablesOf(database)).toEqual(modelOf(corp))
  await sync.close()
})

test.each([
  ['a cursor comes back', (cursor: unknown) => cursor],
  ['two cursors alternate', (cursor: unknown) => (cursor === 'A' ? 'B' : 'A')],
])('behavior: the run ends although %s', async (_how, nextOf) => {
  let calls = 0
  const { sync, corp } = await createWorld({
    ...generated,
    intercept: async (path, { cursor, userid_list }) => {
      if (path !== batches || cursor === undefined || !String(userid_list).includes('member1')) return
      if (++calls > 100) throw new Error('the run does not end')
      return { errcode: 0, errmsg: 'ok', external_contact_list: [], next_cursor: nextOf(cursor) }
    },
  })
  const report = await sync.run({ concurrency: 1 })

  expect(report.ok).toBe(false)
  expect(report.gaps).toEqual([
    expect.objectContaining({
      resource: 'customers',
      item: 'member1',
      kind: 'failed',
      reason: 'WeCom returned the same cursor again',
    }),
  ])
  expect(corp.journal.list('batchGetContactsByUser').length).toBeLessThan(20)
  await sync.close()
})

test('behavior: a worker that lost its lease writes nothing', async () => {
  const store = await newSharedStore()
  let takeOver: (() => Promise<unknown>) | undefined
  let gone = ''
  const { sync, corp, database, value } = await createWorld({
    ...generated,
    store,
    intercept: async (path, params) => {
      if (path !== batches || !takeOver) return undefined
      const other = takeOver
      takeOver = undefined
      const client = createClient({ token: corp.token, fetch: corp.fetch })
      const answer = await client.request(
        batchGetContactsByUserEndpoint,
        params as unknown as BatchGetContactsByUserParams,
      )
      const { external_contact, follow_info } = answer.external_contact_list[0] ?? expect.fail()
      const pair = { userid: follow_info.userid, external_userid: external_contact.external_userid }
      corp.people.memberDeletesCustomer(pair)
      gone = pair.userid + pair.external_userid
      // This process hangs with the answer for longer than its lease; another one does all the work meanwhile.
      corp.clock.advance({ minutes: 5 })
      await other()
      return { errcode: 0, errmsg: 'ok', ...answer }
    },
  })
  const second = await openWorld(corp, { store })
  takeOver = () => second.sync.run()
  await sync.run({ concurrency: 1 })

  expect(gone).not.toBe('')
  expect(await value('select count(*) from wecom_follows')).toBe(corp.state().follows.length)
  expect(await value(`select count(*) from wecom_follows where concat(userid, external_userid) = '${gone}'`)).toBe(0)
  expect(await value("select count(*) from wecom_slices where status <> 'done'")).toBe(0)
  expect(await tablesOf(database)).toEqual(modelOf(corp))
  await second.sync.close()
  await sync.close()
})

test('behavior: a worker that lost its lease records no gap', async () => {
  let isHidden = false
  let takeOver: (() => Promise<unknown>) | undefined
  const { sync, corp, database } = await createWorld({
    state: { generate: { members: 1, customers: 20 } },
    intercept: async (path) => {
      if (path === batches && isHidden) return { errcode: 0, errmsg: 'ok', external_contact_list: [] }
      if (path !== 'externalcontact/list' || !takeOver) return undefined
      const other = takeOver
      takeOver = undefined
      corp.clock.advance({ minutes: 5 })
      await other()
      return { errcode: -1, errmsg: 'system busy' }
    },
  })
  await sync.run()
  corp.clock.advance({ hours: 1 })
  isHidden = true
  const stop = new AbortController()
  const second = await openWorld(corp, {
    database,
    intercept: (path) => (path === 'externalcontact/groupchat/list' ? stop.abort() : undefined),
  })
  let status: unknown
  takeOver = async () => {
    await second.sync.run({ signal: stop.signal, concurrency: 1 })
    status = await second.value("select status from wecom_slices where resource = 'customers'")
  }
  const report = await sync.run({ concurrency: 1 })

  expect(status).toBe('done')
  expect(report).toMatchObject({ ok: true, complete: true, gaps: [] })
  expect(await tablesOf(database)).toEqual(modelOf(corp))
  await sync.close()
})

test('behavior: two runs at once share the work', async () => {
  const store = await newSharedStore()
  const one = await createWorld({ ...generated, store, wrap: unchecked })
  const two = await openWorld(one.corp, { store, wrap: unchecked })
  const [first, second] = await Promise.all([one.sync.run({ concurrency: 2 }), two.sync.run({ concurrency: 2 })])

  expect(first.runId).toBe(second.runId)
  expect([first.ok, second.ok]).toEqual([true, true])
  const { length: pages } = one.corp.journal.list('batchGetContactsByUser')
  expect(pages).toBeGreaterThanOrEqual(10)
  expect(pages).toBeLessThanOrEqual(13)
  expect(await tablesOf(one.database)).toEqual(modelOf(one.corp))
  await two.sync.close()
  await one.sync.close()
})

test('behavior: waits while WeCom takes no calls, and says until when', async () => {
  const { sync, corp, database } = await createWorld({ ...generated })
  corp.limits.add({ kind: 'rate', endpoint: 'batchGetContactsByUser', calls: 4, perMs: 3_600_000 })
  const paused: number[] = []
  const began = corp.clock.now()
  const report = await sync.run({
    concurrency: 1,
    onProgress: ({ pausedUntil }) => pausedUntil !== undefined && paused.push(pausedUntil),
  })

  expect(report).toMatchObject({ ok: true, complete: true })
  expect(corp.clock.now() - began).toBeGreaterThan(3_600_000)
  expect(paused[0]).toBeGreaterThan(began)
  expect(await tablesOf(database)).toEqual(modelOf(corp))
  await sync.close()
})

test('behavior: stopped while WeCom takes no calls, a run leaves no gap and goes on', async () => {
  const { sync, corp, database } = await createWorld({ ...generated })
  corp.limits.add({ kind: 'rate', endpoint: 'batchGetContactsByUser', calls: 4, perMs: 3_600_000 })
  const stop = new AbortController()
  const stopped = await sync.run({
    concurrency: 1,
    signal: stop.signal,
    onProgress: ({ pausedUntil }) => pausedUntil !== undefined && stop.abort(),
  })
  expect(stop.signal.aborted).toBe(true)
  expect(stopped).toMatchObject({ complete: false, gaps: [] })

  expect(await sync.run({ concurrency: 1 })).toMatchObject({ ok: true, runId: stopped.runId })
  expect(await tablesOf(database)).toEqual(modelOf(corp))
  await sync.close()
})
