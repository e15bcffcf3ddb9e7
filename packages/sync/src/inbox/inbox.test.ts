import { type CallbackHandler, createCallbackHandler } from '@wecom/callback'
import { getContact } from '@wecom/contacts'
import { createClient } from '@wecom/core'
import { expect, test, vi } from 'vitest'
import { callbackSettings, deliver } from '../fixtures/deliver.ts'
import { modelOf, tablesOf } from '../fixtures/model.ts'
import { createWorld, type World, type WorldOptions } from '../fixtures/world.ts'
import { createSync } from '../openSync.ts'
import type { InboxOptions } from './inbox.ts'

/**
 * Creates a fake corp and a sync, does a full run, and moves the clock forward by one hour. `handle` is a callback
 * handler that stores events in the inbox of the sync (the table `inbox`).
 */
async function receiving(
  options: InboxOptions = {},
  worldOptions: WorldOptions = {},
): Promise<World & { handle: CallbackHandler }> {
  const world = await createWorld(worldOptions)
  await world.sync.run()
  world.corp.clock.advance({ hours: 1 })
  const receiveIds = [world.corp.corpId]
  const handle = createCallbackHandler({ ...callbackSettings, receiveIds, ...world.sync.inbox(options) })
  return { ...world, handle }
}

const relationOf = ({ corp }: World, of: string): { userid: string; external_userid: string } => {
  const { userid, external_userid } = corp.state().follows.find((follow) => follow.userid === of) ?? expect.fail()
  return { userid, external_userid }
}

test('default: what people do is in the tables after a drain, and handlers were called', async () => {
  const added = vi.fn<(event: object, context: object) => void>()
  const world = await receiving({ on: { add_external_contact: added } })
  const { sync, corp, database, handle, value } = world
  const known = corp.events.list().length
  corp.people.customerAddsMember({ userid: 'lina', name: '新客户' })
  corp.people.memberEditsRemark({ ...relationOf(world, 'wangfang'), remark: '老客户' })
  corp.people.memberDeletesCustomer(relationOf(world, 'zhangwei'))
  const events = corp.events.list().slice(known)
  expect(events).toHaveLength(3)
  for (const event of events) expect(await deliver(world, handle, event)).toBe(200)
  expect(await value('select count(*) from wecom_inbox')).toBe(3)
  const report = await sync.drain()

  expect(report).toEqual({ reads: 3, events: 3, failed: 0, left: 0 })
  expect(await tablesOf(database)).toEqual(modelOf(corp))
  expect(added).toHaveBeenCalledTimes(1)
  expect(added.mock.calls[0]).toEqual([
    expect.objectContaining({ UserID: 'lina' }),
    {
      id: await value("select event_key from wecom_inbox where name like '%add_external_contact'"),
      corpId: corp.corpId,
    },
  ])
  await sync.close()
})

test('behavior: an event is stored before WeCom is told, and refused where it cannot be', async () => {
  const world = await receiving()
  const { sync, corp, database, handle } = world
  corp.people.customerAddsMember({ userid: 'lina', name: '新客户' })
  const event = corp.events.list().at(-1) ?? expect.fail()
  await database.execute(database.build.schema.alterTable('wecom_inbox').renameTo('wecom_away').compile())
  expect(await deliver(world, handle, event)).toBe(500)
  await database.execute(database.build.schema.alterTable('wecom_away').renameTo('wecom_inbox').compile())

  expect(await deliver(world, handle, event)).toBe(200)
  expect(await sync.drain()).toMatchObject({ reads: 1, events: 1 })
  await sync.close()
})

test('behavior: a repeated delivery calls no handler again, but is read again', async () => {
  const edited = vi.fn<() => void>()
  const world = await receiving({ on: { edit_external_contact: edited } })
  const { sync, corp, database, handle } = world
  const pair = relationOf(world, 'wangfang')
  corp.people.memberEditsRemark({ ...pair, remark: '第一次' })
  const event = corp.events.list().at(-1) ?? expect.fail()
  await deliver(world, handle, event)
  await sync.drain()
  // A second edit within the same second has the same text.
  corp.people.memberEditsRemark({ ...pair, remark: '第二次' })
  expect(await deliver(world, handle, event)).toBe(200)
  await sync.drain()

  expect(edited).toHaveBeenCalledTimes(1)
  expect(await tablesOf(database)).toEqual(modelOf(corp))
  await sync.close()
})

test('behavior: who deleted whom is written from the event, stays after full runs, and ends with a new relation', async () => {
  const world = await receiving()
  const { sync, corp, handle, rows } = world
  const lost = relationOf(world, 'wangfang')
  const dropped = relationOf(world, 'lina')
  corp.people.customerDeletesMember(lost)
  await deliver(world, handle, corp.events.list().at(-1) ?? expect.fail())
  corp.people.memberDeletesCustomer(dropped)
  await deliver(world, handle, corp.events.list().at(-1) ?? expect.fail())
  const at = new Date(corp.clock.seconds() * 1000).toISOString()
  await sync.drain()
  corp.clock.advance({ days: 1 })
  await sync.run()
  const of = ({ userid, external_userid }: typeof lost) =>
    rows(`select ended_by, ended_at, deleted_by_customer_at from wecom_follows
      where userid = '${userid}' and external_userid = '${external_userid}'`)

  expect(await of(lost)).toEqual([{ ended_by: null, ended_at: null, deleted_by_customer_at: at }])
  expect(await of(dropped)).toEqual([{ ended_by: 'member', ended_at: at, deleted_by_customer_at: null }])
  expect(await rows('select lost_by, userid from wecom_churn order by userid')).toEqual([
    { lost_by: 'member', userid: 'lina' },
    { lost_by: 'customer', userid: 'wangfang' },
  ])

  corp.people.memberAddsCustomer({ ...dropped })
  corp.clock.advance({ hours: 1 })
  await sync.run()
  expect(await of(dropped)).toEqual([{ ended_by: null, ended_at: null, deleted_by_customer_at: null }])
  await sync.close()
})

test('behavior: a read that does not show yet what the event tells is made again', async () => {
  let stale: object | undefined
  const added = vi.fn<() => void>()
  const world = await receiving(
    { on: { add_external_contact: added } },
    { intercept: (path) => (path === 'externalcontact/get' ? stale : undefined) },
  )
  const { sync, corp, database, handle } = world
  corp.people.customerAddsMember({ userid: 'lina', name: '新客户' })
  await deliver(world, handle, corp.events.list().at(-1) ?? expect.fail())
  stale = { errcode: 84061, errmsg: 'not external contact' }
  expect(await sync.drain({ maxMs: 2_000 })).toMatchObject({ reads: 0, events: 0, left: 2 })
  expect(added).not.toHaveBeenCalled()
  stale = undefined
  expect(await sync.drain({ maxMs: 10_000 })).toEqual({ reads: 1, events: 1, failed: 0, left: 0 })

  expect(added).toHaveBeenCalledTimes(1)
  expect(await tablesOf(database)).toEqual(modelOf(corp))
  await sync.close()
})

test('behavior: an event that comes while its read is under way is read again', async () => {
  let isDuring = false
  const world = await receiving(
    {},
    {
      intercept: async (path) => {
        if (path !== 'externalcontact/get' || !isDuring) return undefined
        isDuring = false
        const client = createClient({ token: corp.token, fetch: corp.fetch })
        const answer = await getContact(client, { external_userid: pair.external_userid })
        corp.people.memberEditsRemark({ ...pair, remark: '第二次' })
        await deliver(world, handle, corp.events.list().at(-1) ?? expect.fail())
        return { errcode: 0, errmsg: 'ok', ...answer }
      },
    },
  )
  const { sync, corp, database, handle } = world
  const pair = relationOf(world, 'wangfang')
  corp.people.memberEditsRemark({ ...pair, remark: '第一次' })
  await deliver(world, handle, corp.events.list().at(-1) ?? expect.fail())
  isDuring = true
  corp.clock.advance({ seconds: 1 })
  await sync.drain({ maxMs: 1_000 })

  expect(isDuring).toBe(false)
  expect(await tablesOf(database)).toEqual(modelOf(corp))
  await sync.close()
})

test('behavior: a relation that goes on being listed after its deletion ends all the same', async () => {
  const deleted: object[] = []
  const world = await receiving({ on: { del_external_contact: (event) => deleted.push(event) } })
  const { sync, corp, handle, value } = world
  const pair = relationOf(world, 'wangfang')
  // The corp still lists the relation: nobody has told it.
  await deliver(world, handle, {
    Event: 'change_external_contact',
    ChangeType: 'del_external_contact',
    CreateTime: corp.clock.seconds(),
    UserID: pair.userid,
    ExternalUserID: pair.external_userid,
  })
  await sync.drain({ maxMs: 60_000 })
  corp.clock.advance({ days: 1 })
  await sync.run()

  expect(deleted).toHaveLength(1)
  expect(corp.journal.list('getContact').length).toBeGreaterThan(2)
  const where = `where userid = 'wangfang' and external_userid = '${pair.external_userid}'`
  expect(await value(`select ended_by from wecom_follows ${where}`)).toBe('member')
  await sync.close()
})

test.for([
  ['four refusals', 0],
  ['four refusals, and other failures do not count', 3],
] as const)('error: data that this app may no longer read is given up after %s, with a gap', async ([, failures]) => {
  let left = 0
  const world = await receiving(
    {},
    {
      intercept: (path) =>
        path === 'externalcontact/groupchat/get' && left-- > 0 ? { errcode: -1, errmsg: 'busy' } : undefined,
    },
  )
  const { sync, corp, handle, rows } = world
  left = failures
  const { chat_id } = corp.people.memberOpensGroup({ userid: 'lina', name: '新群' })
  corp.people.adminHidesMember({ userid: 'lina' })
  const event = corp.events.list().findLast(({ ChatId }) => ChatId === chat_id) ?? expect.fail()
  expect(await deliver(world, handle, event)).toBe(200)
  const report = await sync.drain({ maxMs: 20 * 60_000 })

  expect(report).toEqual({ reads: 0, events: 1, failed: failures + 4, left: 0 })
  expect(await rows('select resource, item, kind, errcode from wecom_gaps')).toEqual([
    { resource: 'group_chats', item: chat_id, kind: 'denied', errcode: 60011 },
  ])
  corp.people.adminShowsMember({ userid: 'lina' })
  corp.clock.advance({ hours: 1 })
  expect(await sync.run()).toMatchObject({ ok: true, gaps: [] })
  expect(await rows(`select name from wecom_group_chats where chat_id = '${chat_id}'`)).toEqual([{ name: '新群' }])
  await sync.close()
})

test('behavior: a handler that fails is called again, keeps its reason, and blocks nobody else', async () => {
  const failing = vi.fn<() => void>(() => {
    throw new Error('the CRM is away')
  })
  const edited = vi.fn<() => void>()
  const world = await receiving({ on: { add_external_contact: failing, edit_external_contact: edited } })
  const { sync, corp, handle, rows } = world
  corp.people.customerAddsMember({ userid: 'lina', name: '新客户' })
  await deliver(world, handle, corp.events.list().at(-1) ?? expect.fail())
  corp.people.memberEditsRemark({ ...relationOf(world, 'wangfang'), remark: '老客户' })
  await deliver(world, handle, corp.events.list().at(-1) ?? expect.fail())
  expect(await sync.drain({ maxMs: 5_000 })).toEqual({ reads: 2, events: 1, failed: 1, left: 1 })
  expect(edited).toHaveBeenCalledTimes(1)
  expect(await rows("select reason, attempts from wecom_inbox where status = 'new'")).toEqual([
    { reason: 'the CRM is away', attempts: 1 },
  ])
  failing.mockImplementation(() => {})
  expect(await sync.drain({ maxMs: 60_000 })).toEqual({ reads: 0, events: 1, failed: 0, left: 0 })

  expect(failing).toHaveBeenCalledTimes(2)
  await sync.close()
})

test('behavior: the welcome handler is called at once, once, and its failure is kept', async () => {
  const welcome = vi.fn<() => Promise<void>>().mockRejectedValue(new Error('41050'))
  const world = await receiving({ welcome })
  const { sync, corp, handle, rows } = world
  corp.people.customerAddsMember({ userid: 'lina', name: '新客户' })
  const event = corp.events.list().at(-1) ?? expect.fail()
  expect(event).toHaveProperty('WelcomeCode')
  expect(await deliver(world, handle, event)).toBe(500)
  expect(await deliver(world, handle, event)).toBe(200)

  expect(welcome).toHaveBeenCalledTimes(1)
  expect(await rows('select reason from wecom_inbox')).toEqual([{ reason: 'welcome: 41050' }])
  await sync.close()
})

test('behavior: without a call of `inbox`, a drain leaves events to others', async () => {
  const world = await receiving()
  const { sync, corp, handle, database, value } = world
  corp.people.customerAddsMember({ userid: 'lina', name: '新客户' })
  await deliver(world, handle, corp.events.list().at(-1) ?? expect.fail())
  const client = createClient({ token: corp.token, fetch: corp.fetch })
  const cron = await createSync(database, { client, corpId: corp.corpId }, world.time)
  expect(await cron.drain()).toEqual({ reads: 1, events: 0, failed: 0, left: 1 })
  expect(await value("select count(*) from wecom_inbox where status = 'new'")).toBe(1)

  expect(await sync.drain()).toEqual({ reads: 0, events: 1, failed: 0, left: 0 })
  await sync.close()
})

test('error: an event of another corp is refused', async () => {
  const onError = vi.fn<(error: unknown) => void>()
  const world = await receiving()
  const { sync, corp, value } = world
  const receiveIds = [corp.corpId]
  const handle = createCallbackHandler({ ...callbackSettings, receiveIds, ...sync.inbox(), onError })
  const event = { Event: 'change_external_tag', ChangeType: 'shuffle', CreateTime: corp.clock.seconds() }
  expect(await deliver(world, handle, { ...event, ToUserName: 'wwother' })).toBe(500)

  expect(onError.mock.calls[0]?.[0]).toMatchObject({
    message: `inbox: the event belongs to corp wwother, but these tables belong to corp ${corp.corpId}`,
  })
  expect(await value('select count(*) from wecom_inbox')).toBe(0)
  await sync.close()
})
