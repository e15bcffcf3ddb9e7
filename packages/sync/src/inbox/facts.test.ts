import { createCallbackHandler } from '@wecom/callback'
import { createClient } from '@wecom/core'
import { getGroupChat } from '@wecom/groupchat'
import { expect, test } from 'vitest'
import { callbackSettings, deliver } from '../fixtures/deliver.ts'
import { createWorld, openWorld, type World } from '../fixtures/world.ts'

/** A new customer adds a member, and deletes the member two seconds later. Delivers both events. */
async function addThenDelete(
  world: World,
  handle: (request: Request) => Promise<Response>,
): Promise<{ readonly userid: string; readonly external_userid: string }> {
  const { corp } = world
  const deliverLast = () => deliver(world, handle, corp.events.list().at(-1) ?? expect.fail())
  corp.people.customerAddsMember({ userid: 'lina', name: '新客户' })
  await deliverLast()
  const { userid, external_userid } = corp.state().follows.at(-1) ?? expect.fail()
  corp.clock.advance({ seconds: 2 })
  corp.people.customerDeletesMember({ userid, external_userid })
  await deliverLast()
  return { userid, external_userid }
}

test('behavior: without handlers, the facts of events that came before the first read are written', async () => {
  const world = await createWorld()
  const { sync, corp, database, rows } = world
  await sync.run()
  corp.clock.advance({ hours: 1 })
  const handle = createCallbackHandler({ ...callbackSettings, receiveIds: [corp.corpId], ...sync.inbox() })
  const { userid, external_userid } = await addThenDelete(world, handle)
  const cron = await openWorld(corp, { database })
  expect(await cron.sync.drain()).toMatchObject({ reads: 1, events: 0, left: 2 })

  expect(await rows('select userid, external_userid, lost_by from wecom_churn')).toEqual([
    { userid, external_userid, lost_by: 'customer' },
  ])
  await sync.close()
})

test('behavior: the way in which a person left a group chat is kept if only a stale read showed the person', async () => {
  let stale: object | undefined
  const world = await createWorld({
    intercept: (path) => (path === 'externalcontact/groupchat/get' ? stale : undefined),
  })
  const { sync, corp, rows } = world
  const handle = createCallbackHandler({ ...callbackSettings, receiveIds: [corp.corpId], ...sync.inbox() })
  const { external_userid } = corp.state().follows.find(({ userid }) => userid === 'lina') ?? expect.fail()
  const { chat_id } = corp.people.memberOpensGroup({ userid: 'lina', name: '新群', external_userid: [external_userid] })
  const client = createClient({ token: corp.token, fetch: corp.fetch })
  stale = { errcode: 0, errmsg: 'ok', ...(await getGroupChat(client, { chat_id })) }
  corp.people.customerLeavesGroup({ chat_id, external_userid })
  await deliver(world, handle, corp.events.list().at(-1) ?? expect.fail())
  await sync.drain({ maxMs: 1_000 })
  stale = undefined
  await sync.drain({ maxMs: 60_000 })

  const where = `where chat_id = '${chat_id}' and userid = '${external_userid}'`
  expect(await rows(`select left_at is null as is_in, quit_scene from wecom_group_members ${where}`)).toEqual([
    { is_in: 0, quit_scene: 0 },
  ])
  await sync.close()
})

test('behavior: an event that is handled after a newer one does not overwrite how the person left the group chat', async () => {
  let isBusy = false
  const scenes: unknown[] = []
  const world = await createWorld({
    intercept: (path) => {
      if (!isBusy || path !== 'externalcontact/groupchat/get') return
      isBusy = false
      return { errcode: -1, errmsg: 'system busy' }
    },
  })
  const { sync, corp, value } = world
  await sync.run()
  const on = { change_external_chat: (event: object) => scenes.push('QuitScene' in event && event.QuitScene) }
  const handle = createCallbackHandler({ ...callbackSettings, receiveIds: [corp.corpId], ...sync.inbox({ on }) })
  const { chat_id: ChatId, members } = corp.state().group_chats[0] ?? expect.fail()
  const Item = [members[0]?.userid ?? expect.fail()]
  const leave = (QuitScene: number): Promise<number> => {
    const change = { Event: 'change_external_chat', ChangeType: 'update', ChatId, UpdateDetail: 'del_member' }
    const people = { QuitScene, MemChangeCnt: 1, MemChangeList: { Item } }
    return deliver(world, handle, { ...change, ...people, CreateTime: corp.clock.seconds() })
  }
  await leave(0)
  // The read fails, so the first event waits for the next read.
  isBusy = true
  await sync.drain({ maxMs: 1_000 })
  corp.clock.advance({ seconds: 1 })
  await leave(1)
  await sync.drain({ maxMs: 60_000 })

  expect(scenes).toEqual([1, 0])
  const where = `where chat_id = '${ChatId}' and userid = '${Item[0]}'`
  expect(await value(`select quit_scene from wecom_group_members ${where}`)).toBe(1)
  await sync.close()
})

test.each([true, false])(
  'behavior: a person who joins a group chat again has not left it (event with a time: %s)',
  async (hasTime) => {
    const world = await createWorld()
    const { sync, corp, database, rows } = world
    await sync.run()
    corp.clock.advance({ hours: 1 })
    const handle = createCallbackHandler({ ...callbackSettings, receiveIds: [corp.corpId], ...sync.inbox() })
    const deliverLast = () => deliver(world, handle, corp.events.list().at(-1) ?? expect.fail())
    const { chat_id, members } = corp.state().group_chats[0] ?? expect.fail()
    const { userid: external_userid } = members.find(({ type }) => type === 2) ?? expect.fail()
    const where = `where chat_id = '${chat_id}' and userid = '${external_userid}'`
    const left = () => rows(`select left_at is null as is_in, quit_scene from wecom_group_members ${where}`)

    corp.people.customerLeavesGroup({ chat_id, external_userid, removed: true })
    await deliverLast()
    await sync.drain({ maxMs: 30_000 })
    expect(await left()).toEqual([{ is_in: 0, quit_scene: 1 }])
    const key = { corp_id: corp.corpId, chat_id, userid: external_userid }
    if (!hasTime) await database.change('group_members', key, { quit_at: null })
    corp.clock.advance({ seconds: 10 })
    corp.people.customerJoinsGroup({ chat_id, external_userid })
    await deliverLast()
    await sync.drain({ maxMs: 30_000 })
    expect(await left()).toEqual([{ is_in: 1, quit_scene: null }])
    await sync.close()
  },
)

test.for(['before the read', 'after a read of the rejoined person', 'after a read without the person'] as const)(
  'behavior: an event that arrives late, %s, does not overwrite how the person left the group chat',
  async (arrival) => {
    const world = await createWorld()
    const { sync, corp, value } = world
    await sync.run()
    corp.clock.advance({ hours: 1 })
    const handle = createCallbackHandler({ ...callbackSettings, receiveIds: [corp.corpId], ...sync.inbox({ on: {} }) })
    const deliverLast = () => deliver(world, handle, corp.events.list().at(-1) ?? expect.fail())
    const { chat_id, members } = corp.state().group_chats[0] ?? expect.fail()
    const { userid: external_userid } = members.find(({ type }) => type === 2) ?? expect.fail()
    corp.people.customerLeavesGroup({ chat_id, external_userid })
    const older = corp.events.list().at(-1) ?? expect.fail()
    corp.clock.advance({ seconds: 10 })
    corp.people.customerJoinsGroup({ chat_id, external_userid })
    await deliverLast()
    if (arrival === 'after a read of the rejoined person') await sync.drain({ maxMs: 30_000 })
    corp.clock.advance({ seconds: 10 })
    corp.people.customerLeavesGroup({ chat_id, external_userid, removed: true })
    await deliverLast()
    if (arrival !== 'before the read') await sync.drain({ maxMs: 30_000 })
    await deliver(world, handle, older)
    await sync.drain({ maxMs: 60_000 })

    const where = `where chat_id = '${chat_id}' and userid = '${external_userid}' and left_at is not null`
    expect(await value(`select quit_scene from wecom_group_members ${where}`)).toBe(1)
    await sync.close()
  },
)

test('behavior: the facts of an event are written when it is handled, even if its row in dirty lost them', async () => {
  const world = await createWorld()
  const { sync, corp, database, rows } = world
  await sync.run()
  corp.clock.advance({ hours: 1 })
  const handle = createCallbackHandler({ ...callbackSettings, receiveIds: [corp.corpId], ...sync.inbox({ on: {} }) })
  const { userid, external_userid } = await addThenDelete(world, handle)
  // As the migration from an earlier version does.
  await database.execute(database.build.updateTable('wecom_dirty').set({ expected: null }).compile())
  expect(await sync.drain()).toMatchObject({ reads: 1, events: 2, left: 0 })

  expect(await rows('select userid, external_userid, lost_by from wecom_churn')).toEqual([
    { userid, external_userid, lost_by: 'customer' },
  ])
  await sync.close()
})
