import { createCallbackHandler } from '@wecom/callback'
import { expect, test, vi } from 'vitest'
import type { Connection } from './database/Database.ts'
import { callbackSettings, deliver } from './fixtures/deliver.ts'
import { modelOf, tablesOf } from './fixtures/model.ts'
import { createWorld, type World } from './fixtures/world.ts'
import type { InboxOptions } from './inbox/inbox.ts'
import { fromJson } from './rows/clean.ts'

const tables = [
  'customers',
  'follows',
  'follow_tags',
  'unassigned',
  'group_members',
  'changes',
  'gaps',
  'runs',
  'slices',
  'seen',
  'dirty',
  'inbox',
]

async function tablesWith({ rows }: World, id: string): Promise<string[]> {
  const found = await Promise.all(
    tables.map(async (table) => JSON.stringify(await rows(`select * from wecom_${table}`)).includes(id)),
  )
  return tables.filter((_table, index) => found[index])
}

function receive({ corp, sync }: World, options: InboxOptions = {}) {
  return createCallbackHandler({ ...callbackSettings, receiveIds: [corp.corpId], ...sync.inbox(options) })
}

/** Delivers one event for each list: the people in the list have been removed from the group chat. */
async function deliverLeavers(
  world: World,
  handle: ReturnType<typeof receive>,
  ChatId: string,
  ...lists: readonly (readonly string[])[]
): Promise<void> {
  const change = { Event: 'change_external_chat', ChangeType: 'update', ChatId, UpdateDetail: 'del_member' }
  for (const list of lists) {
    const people = { QuitScene: 1, MemChangeCnt: list.length, MemChangeList: { Item: list } }
    const CreateTime = world.corp.clock.seconds()
    expect(await deliver(world, handle, { ...change, ...people, CreateTime })).toBe(200)
  }
}

/** Returns a group chat, and the ids of two customers in it. */
function groupOf({ corp }: World): { chat_id: string; one: string; other: string } {
  for (const { chat_id, members } of corp.state().group_chats) {
    const [one, other] = members.filter(({ type }) => type === 2)
    if (one && other) return { chat_id, one: one.userid, other: other.userid }
  }
  return expect.fail('no group chat with two customers')
}

const kinds = [
  ['a page of customers', 'externalcontact/batch/get_by_user', 'follows', 'external_userid'],
  ['a group chat', 'externalcontact/groupchat/get', 'group_members', 'userid'],
  ['unassigned customers', 'externalcontact/get_unassigned_list', 'unassigned', 'external_userid'],
] as const
test.for(kinds)(
  'behavior: a read of %s that began before forget does not write the customer again',
  async ([, path, table, column]) => {
    let forgetting: string | undefined
    const world: World = await createWorld({
      intercept: async (called, _params, answerNow) => {
        if (called !== path || forgetting === undefined) return undefined
        const answer = await answerNow()
        if (!JSON.stringify(answer).includes(forgetting)) return answer
        const id = forgetting
        forgetting = undefined
        world.corp.clock.advance({ seconds: 1 })
        await world.sync.forget(id)
        expect(await tablesWith(world, id)).toEqual([])
        return answer
      },
    })
    const { sync, corp, database, value } = world
    const [gone] = corp.state().follows.filter(({ userid }) => userid === 'zhangwei')
    corp.people.memberLeaves({ userid: 'zhangwei' })
    const id = path.endsWith('unassigned_list') ? (gone?.external_userid ?? '') : groupOf(world).one
    await sync.run()
    expect(await tablesWith(world, id)).not.toEqual([])
    corp.clock.advance({ days: 1 })
    // All rows are written again.
    await database.execute(database.build.updateTable('wecom_group_chats').set({ hash: 'other' }).compile())
    await database.execute(
      database.build.updateTable('wecom_follows').set({ fingerprint: null, hash: 'other' }).compile(),
    )
    forgetting = id
    await sync.run({ concurrency: 1 })
    expect(forgetting).toBeUndefined()
    const count = () => value(`select count(*) from wecom_${table} where ${column} = '${id}'`)
    expect(await count()).toBe(0)

    // WeCom still lists the customer.
    corp.clock.advance({ days: 1 })
    expect(await sync.run()).toMatchObject({ ok: true })
    expect(await count()).toBeGreaterThan(0)
    expect(await value('select count(*) from wecom_forgotten')).toBe(0)
    expect(await tablesOf(database)).toEqual(modelOf(corp))
    await sync.close()
  },
)

test('behavior: a refresh that began before forget does not write the customer again, although a run has ended since', async () => {
  let isMeanwhile = false
  const world: World = await createWorld({
    intercept: async (path, _params, answerNow) => {
      if (!isMeanwhile || path !== 'externalcontact/get') return undefined
      isMeanwhile = false
      const answer = await answerNow()
      world.corp.clock.advance({ seconds: 1 })
      for (const { userid } of world.corp.state().follows.filter((follow) => follow.external_userid === id)) {
        world.corp.people.memberDeletesCustomer({ userid, external_userid: id })
      }
      await world.sync.forget(id)
      world.corp.clock.advance({ seconds: 1 })
      await world.sync.run()
      return answer
    },
  })
  const { sync, corp, value } = world
  const id = corp.state().follows[0]?.external_userid ?? expect.fail()
  await sync.run()
  corp.clock.advance({ hours: 1 })
  isMeanwhile = true
  await sync.refresh({ external_userid: id })

  expect(isMeanwhile).toBe(false)
  expect(await value(`select count(*) from wecom_follows where external_userid = '${id}'`)).toBe(0)
  corp.clock.advance({ days: 1 })
  await sync.run()
  expect(await value('select count(*) from wecom_forgotten')).toBe(0)
  await sync.close()
})

test('behavior: a run does not search the inbox for forgotten customers without a kept event', async () => {
  const searches: string[] = []
  const countIn = (connection: Connection): Connection => ({
    ...connection,
    execute: (query) => {
      if (/message like/i.test(query.sql)) searches.push(query.sql)
      return connection.execute(query)
    },
    find: (...args) => connection.find(...args),
    upsert: (...args) => connection.upsert(...args),
    insertNew: (...args) => connection.insertNew(...args),
    change: (...args) => connection.change(...args),
    remove: (...args) => connection.remove(...args),
  })
  const { sync, corp, value } = await createWorld({
    wrap: (database) => ({
      ...database,
      transaction: (work) => database.transaction((connection) => work(countIn(connection))),
    }),
  })
  for (const { external_userid } of corp.state().customers.slice(0, 3)) await sync.forget(external_userid)
  expect(searches).toHaveLength(3)
  corp.clock.advance({ days: 1 })
  await sync.run()

  expect(searches).toHaveLength(3)
  expect(await value('select count(*) from wecom_forgotten')).toBe(0)
  await sync.close()
})

test('behavior: after forget, the next full run writes the people of group chats again', async () => {
  const world = await createWorld()
  const { sync, corp, database, value } = world
  await sync.run()
  const { one } = groupOf(world)
  const count = () => value(`select count(*) from wecom_group_members where userid = '${one}'`)
  const before = await count()
  await sync.forget(one)
  expect(await count()).toBe(0)
  corp.clock.advance({ days: 1 })
  await sync.run()

  expect(await count()).toBe(before)
  expect(await tablesOf(database)).toEqual(modelOf(corp))
  await sync.close()
})

test('behavior: forget deletes the id from gaps and reports', async () => {
  let isBad = false
  const world = await createWorld({
    intercept: (path) => (isBad && path === 'externalcontact/get' ? { errcode: 301002, errmsg: 'no' } : undefined),
  })
  const { sync, corp, rows } = world
  await sync.run()
  const [{ userid, external_userid } = expect.fail()] = corp.state().follows
  const handle = receive(world)
  corp.people.memberEditsRemark({ userid, external_userid, remark: '老客户' })
  await deliver(world, handle, corp.events.list().at(-1) ?? expect.fail())
  isBad = true
  corp.clock.advance({ days: 1 })
  const { runId, gaps } = await sync.run()
  expect(gaps).toMatchObject([{ item: external_userid }])
  expect(await tablesWith(world, external_userid)).toEqual(expect.arrayContaining(['gaps', 'runs']))
  await sync.forget(external_userid)

  expect(await tablesWith(world, external_userid)).toEqual([])
  const [row] = await rows(`select report from wecom_runs where run_id = '${runId}'`)
  expect(JSON.parse(String(row?.['report']))).toMatchObject({ runId, gaps: [{ item: '', kind: 'failed' }] })
  await sync.close()
})

test('behavior: forget deletes the id of a person who left from group chats that wait for a read', async () => {
  const world = await createWorld()
  const { sync, corp, rows } = world
  await sync.run()
  corp.clock.advance({ hours: 1 })
  const { chat_id, one, other } = groupOf(world)
  await deliverLeavers(world, receive(world), chat_id, [one, other], [one])
  await sync.forget(one)

  const [row] = await rows('select item, expected from wecom_dirty')
  expect(row?.['item']).toBe(chat_id)
  expect(fromJson(row?.['expected'])).toMatchObject([{ is: 'left', userids: [other], quitScene: 1 }])
  await sync.close()
})

test('behavior: a read that fails after forget leaves no gap in the report', async () => {
  let isMeanwhile = false
  const world: World = await createWorld({
    intercept: async (path) => {
      if (!isMeanwhile || path !== 'externalcontact/get') return undefined
      isMeanwhile = false
      await world.sync.forget(id)
      return { errcode: -1, errmsg: 'system busy' }
    },
  })
  const { sync, corp } = world
  const [{ userid, external_userid: id } = expect.fail()] = corp.state().follows
  await sync.run()
  corp.clock.advance({ hours: 1 })
  corp.people.memberEditsRemark({ userid, external_userid: id, remark: '老客户' })
  await deliver(world, receive(world), corp.events.list().at(-1) ?? expect.fail())
  isMeanwhile = true
  const { gaps } = await sync.run()

  expect(isMeanwhile).toBe(false)
  expect(gaps).toEqual([])
  await sync.close()
})

test('behavior: an event that also names another person is deleted after its handler was called', async () => {
  const updated = vi.fn<() => void>()
  const world = await createWorld()
  const { sync, corp, value } = world
  await sync.run()
  corp.clock.advance({ hours: 1 })
  const handle = receive(world, { on: { 'change_external_chat.update': updated } })
  const { chat_id, one, other } = groupOf(world)
  await deliverLeavers(world, handle, chat_id, [one, other], [one])
  await sync.forget(one)
  expect(await value('select count(*) from wecom_inbox')).toBe(1)
  // No handler was called yet, so the event stays after a full run.
  corp.clock.advance({ days: 1 })
  await sync.run()
  await sync.drain({ maxMs: 60_000 })
  expect(updated).toHaveBeenCalledTimes(1)
  expect(await value('select count(*) from wecom_forgotten')).toBe(1)
  corp.clock.advance({ days: 1 })
  await sync.run()

  expect(await value('select count(*) from wecom_inbox')).toBe(0)
  expect(await value('select count(*) from wecom_forgotten')).toBe(0)
  await sync.close()
})

test('behavior: forget keeps the events of customers whose id only contains the given id', async () => {
  const world = await createWorld()
  const { sync, corp, value } = world
  const handle = receive(world)
  corp.people.customerAddsMember({ userid: 'lina', name: '新客户' })
  await deliver(world, handle, corp.events.list().at(-1) ?? expect.fail())
  await sync.forget('wm')

  expect(await value('select count(*) from wecom_inbox')).toBe(1)
  await sync.close()
})

test.for(['', 'x'.repeat(129), '客户'])('error: forget refuses the id %j', async (id) => {
  const world = await createWorld()
  const { sync, corp, value } = world
  const handle = receive(world)
  corp.people.customerAddsMember({ userid: 'lina', name: '新客户' })
  await deliver(world, handle, corp.events.list().at(-1) ?? expect.fail())
  const error: unknown = await sync.forget(id).catch((one: unknown) => one)

  expect(error).toBeInstanceOf(RangeError)
  expect(error).toHaveProperty(
    'message',
    `forget: external_userid must be 1 to 128 ASCII characters, got ${JSON.stringify(id)}`,
  )
  expect(await value('select count(*) from wecom_inbox')).toBe(1)
  await sync.close()
})
