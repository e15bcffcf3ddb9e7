import { type CallbackHandler, createCallbackHandler } from '@wecom/callback'
import { getContact } from '@wecom/contacts'
import { createClient } from '@wecom/core'
import { getGroupChat } from '@wecom/groupchat'
import { listCorpTags } from '@wecom/tags'
import { expect, test } from 'vitest'
import { callbackSettings, deliver } from '../fixtures/deliver.ts'
import { modelOf, tablesOf } from '../fixtures/model.ts'
import { createWorld, type World } from '../fixtures/world.ts'
import { fromJson } from '../rows/clean.ts'
import type { InboxOptions } from './inbox.ts'

interface Receiving extends World {
  readonly handle: CallbackHandler
  /** Passes the newest event of the fake corp to `handle`. Returns the HTTP status of the response. */
  readonly tell: () => Promise<number>
  /** For the next `ms` milliseconds, WeCom answers requests to `path` with `answer` (old data). */
  readonly lag: (path: string, answer: object, ms: number) => void
  /** Returns how often the sync has requested `path` since the test last called `lag`. */
  readonly calls: (path: string) => number
}

async function receiving(options: InboxOptions = {}): Promise<Receiving> {
  let stale: { path: string; answer: object; until: number } | undefined
  const paths: string[] = []
  const world: World = await createWorld({
    intercept: (path) => {
      paths.push(path)
      return path === stale?.path && world.corp.clock.now() < stale.until ? stale.answer : undefined
    },
  })
  const { sync, corp } = world
  await sync.run()
  corp.clock.advance({ hours: 1 })
  const handle = createCallbackHandler({ ...callbackSettings, receiveIds: [corp.corpId], ...sync.inbox(options) })
  return {
    ...world,
    handle,
    tell: () => deliver(world, handle, corp.events.list().at(-1) ?? expect.fail()),
    lag: (path, answer, ms) => {
      stale = { path, answer: { errcode: 0, errmsg: 'ok', ...answer }, until: corp.clock.now() + ms }
      paths.length = 0
    },
    calls: (path) => paths.filter((one) => one === path).length,
  }
}

const clientOf = ({ corp }: World) => createClient({ token: corp.token, fetch: corp.fetch })

test('behavior: a read that shows the first of two events is repeated until it shows the second', async () => {
  const seen: unknown[] = []
  const world: Receiving = await receiving({
    on: {
      edit_external_contact: async ({ ExternalUserID }) => {
        seen.push(await world.value(`select remark from wecom_follows where external_userid = '${ExternalUserID}'`))
      },
    },
  })
  const { sync, corp, database, tell, lag, calls } = world
  corp.people.customerAddsMember({ userid: 'lina', name: '新客户' })
  await tell()
  const { userid, external_userid } = corp.state().follows.at(-1) ?? expect.fail()
  const answer = await getContact(clientOf(world), { external_userid })
  corp.clock.advance({ seconds: 1 })
  corp.people.memberEditsRemark({ userid, external_userid, remark: 'VIP' })
  await tell()
  lag('externalcontact/get', answer, 2_900)
  expect(await sync.drain({ maxMs: 30_000 })).toMatchObject({ reads: 1, events: 2, left: 0 })

  expect(seen).toEqual(['VIP'])
  expect(calls('externalcontact/get')).toBe(2)
  expect(await tablesOf(database)).toEqual(modelOf(corp))
  await sync.close()
})

test.for(['after', 'before'] as const)(
  'behavior: an edit that arrives %s the event that the customer was added again is read until it shows',
  async (order) => {
    const world = await receiving()
    const { sync, corp, database, handle, tell, lag } = world
    const { userid, external_userid } =
      corp.state().follows.find((follow) => follow.userid === 'wangfang') ?? expect.fail()
    corp.people.memberDeletesCustomer({ userid, external_userid })
    await tell()
    await sync.drain({ maxMs: 30_000 })
    corp.clock.advance({ days: 2 })
    corp.people.memberAddsCustomer({ userid, external_userid })
    const added = corp.events.list().at(-1) ?? expect.fail()
    const stale = await getContact(clientOf(world), { external_userid })
    corp.clock.advance({ seconds: 1 })
    corp.people.memberEditsRemark({ userid, external_userid, remark: 'VIP' })
    if (order === 'after') expect(await deliver(world, handle, added)).toBe(200)
    await tell()
    if (order === 'before') expect(await deliver(world, handle, added)).toBe(200)
    lag('externalcontact/get', stale, 2_900)
    expect(await sync.drain({ maxMs: 30_000 })).toMatchObject({ left: 0 })

    expect(await tablesOf(database)).toEqual(modelOf(corp))
    await sync.close()
  },
)

test('behavior: an older change of a group chat that is delivered late does not replace the newer one', async () => {
  const world = await receiving()
  const { sync, corp, database, handle, tell, lag } = world
  const [{ userid, external_userid } = expect.fail()] = corp.state().follows
  const { chat_id } = corp.people.memberOpensGroup({ userid, name: '群', external_userid: [external_userid] })
  await tell()
  await sync.drain({ maxMs: 30_000 })
  corp.people.memberJoinsGroup({ chat_id, userid: 'lina' })
  const older = corp.events.list().at(-1) ?? expect.fail()
  const stale = await getGroupChat(clientOf(world), { chat_id, need_name: 1 })
  corp.clock.advance({ seconds: 4 })
  corp.people.customerLeavesGroup({ chat_id, external_userid })
  await tell()
  expect(await deliver(world, handle, older)).toBe(200)
  lag('externalcontact/groupchat/get', stale, 1_900)
  await sync.drain({ maxMs: 30_000 })

  expect(await tablesOf(database)).toEqual(modelOf(corp))
  await sync.close()
})

test('behavior: an add or edit that is older than the deletion costs no further reads', async () => {
  const world = await receiving()
  const { sync, corp, handle, tell, lag, calls } = world
  const { userid, external_userid } =
    corp.state().follows.find((follow) => follow.userid === 'wangfang') ?? expect.fail()
  corp.people.memberEditsRemark({ userid, external_userid, remark: 'VIP' })
  const edit = corp.events.list().at(-1) ?? expect.fail()
  corp.clock.advance({ seconds: 1 })
  corp.people.memberDeletesCustomer({ userid, external_userid })
  await tell()
  expect(await deliver(world, handle, edit)).toBe(200)
  lag('', {}, 0)
  expect(await sync.drain({ maxMs: 30_000 })).toMatchObject({ left: 0 })

  expect(calls('externalcontact/get')).toBe(1)
  await sync.close()
})

test.for(['add', 'edit'] as const)(
  'behavior: a deletion that is delivered after a newer event "%s" does not replace it',
  async (newer) => {
    const world = await receiving()
    const { sync, corp, database, handle, tell, lag, calls } = world
    const { userid, external_userid } =
      corp.state().follows.find((follow) => follow.userid === 'wangfang') ?? expect.fail()
    corp.people.memberDeletesCustomer({ userid, external_userid })
    const deletion = corp.events.list().at(-1) ?? expect.fail()
    corp.clock.advance({ seconds: 10 })
    corp.people.customerAddsMember({ userid, external_userid, name: '老客户' })
    await tell()
    let stale: object = { errcode: 84061, errmsg: 'not external contact' }
    if (newer === 'edit') {
      await sync.drain({ maxMs: 30_000 })
      stale = await getContact(clientOf(world), { external_userid })
      corp.people.memberEditsRemark({ userid, external_userid, remark: '新备注' })
      await tell()
    }
    expect(await deliver(world, handle, deletion)).toBe(200)
    lag('externalcontact/get', stale, 2_900)
    await sync.drain({ maxMs: 30_000 })

    expect(calls('externalcontact/get')).toBe(2)
    expect(await tablesOf(database)).toEqual(modelOf(corp))
    await sync.close()
  },
)

test('behavior: an older event about a relation does not replace a newer one, unless that one has no time', async () => {
  const world = await receiving()
  const { sync, corp, database, handle, rows } = world
  const { userid: UserID, external_userid: ExternalUserID } = corp.state().follows[0] ?? expect.fail()
  const now = corp.clock.seconds()
  const change = (name: string, seconds: number): Promise<number> => {
    const names = { Event: 'change_external_contact', ChangeType: `${name}_external_contact` }
    return deliver(world, handle, { ...names, UserID, ExternalUserID, CreateTime: now + seconds })
  }
  const reportedChanges = async () => fromJson((await rows('select expected from wecom_dirty'))[0]?.['expected'])
  for (const [name, seconds] of [
    ['del', 2],
    ['del', 1],
    ['edit', 6],
    ['edit', 3],
    ['del', 4],
    ['add', 8],
    ['add', 7],
    ['del', 5],
  ] as const)
    expect(await change(name, seconds)).toBe(200)
  expect(await reportedChanges()).toMatchObject([
    { is: 'edited', at: (now + 6) * 1000 },
    { is: 'added', at: (now + 8) * 1000 },
    { is: 'deleted', at: (now + 5) * 1000 },
  ])

  // As an earlier version wrote it.
  const earlier = JSON.stringify([{ is: 'added', userid: UserID }])
  await database.execute(database.build.updateTable('wecom_dirty').set({ expected: earlier }).compile())
  await change('del', 9)
  expect(await reportedChanges()).toMatchObject([{ is: 'deleted', at: (now + 9) * 1000 }])
  await sync.close()
})

test('behavior: an edit counts as shown only if its own relation has changed', async () => {
  const world = await receiving()
  const { sync, corp, database, tell, lag, calls } = world
  const { userid, external_userid } =
    corp.state().follows.find((follow) => follow.userid === 'wangfang') ?? expect.fail()
  const before = await getContact(clientOf(world), { external_userid })
  corp.people.memberEditsRemark({ userid, external_userid, remark: 'VIP' })
  await tell()
  // Another field of the customer has changed, and the relation is still the old one.
  lag('externalcontact/get', { ...before, external_contact: { ...before.external_contact, name: '新名' } }, 2_900)
  await sync.drain({ maxMs: 30_000 })

  expect(calls('externalcontact/get')).toBe(2)
  expect(await tablesOf(database)).toEqual(modelOf(corp))
  corp.people.memberEditsRemark({ userid, external_userid, remark: '老客户' })
  await tell()
  lag('', {}, 0)
  await sync.drain({ maxMs: 30_000 })
  expect(calls('externalcontact/get')).toBe(1)
  await sync.close()
})

test('behavior: a handler for a new group chat is called when its row exists', async () => {
  const seen: unknown[] = []
  const world: Receiving = await receiving({
    on: {
      'change_external_chat.create': async ({ ChatId }) => {
        seen.push(await world.value(`select name from wecom_group_chats where chat_id = '${ChatId}'`))
      },
    },
  })
  const { sync, corp, tell, lag } = world
  corp.people.memberOpensGroup({ userid: 'lina', name: '新群' })
  await tell()
  lag('externalcontact/groupchat/get', { errcode: 40050, errmsg: 'invalid chat id' }, 2_000)
  expect(await sync.drain({ maxMs: 30_000 })).toMatchObject({ events: 1, left: 0 })

  expect(seen).toEqual(['新群'])
  await sync.close()
})

test('behavior: after an event, tags are read until a read has begun three seconds later', async () => {
  const seen: unknown[] = []
  const world: Receiving = await receiving({
    on: {
      'change_external_tag.create': async () => {
        seen.push(await world.value("select name from wecom_tags where name = '新标签'"))
      },
    },
  })
  const { sync, corp, database, tell, lag, calls } = world
  const before = await listCorpTags(clientOf(world), {})
  corp.people.adminCreatesTags({ group_name: '新组', tag: ['新标签'] })
  await tell()
  lag('externalcontact/get_corp_tag_list', before, 2_900)
  expect(await sync.drain({ maxMs: 30_000 })).toMatchObject({ events: 1, left: 0 })

  expect(seen).toEqual(['新标签'])
  expect(calls('externalcontact/get_corp_tag_list')).toBe(2)
  expect(await tablesOf(database)).toEqual(modelOf(corp))
  corp.people.adminRenamesTag({ id: 'etAAAAdemoImportant', name: '非常重要' })
  await tell()
  corp.clock.advance({ seconds: 3 })
  lag('', {}, 0)
  await sync.drain({ maxMs: 30_000 })
  expect(calls('externalcontact/get_corp_tag_list')).toBe(1)
  await sync.close()
})

test('behavior: a group chat that cannot be read keeps only the newest way in which each person left', async () => {
  const world = await receiving()
  const { corp, handle, rows } = world
  const { chat_id } = corp.state().group_chats[0] ?? expect.fail()
  const left = [
    [0, ['a', 'b'], 1],
    [1, ['c'], 2],
    [1, ['a'], 3],
    [0, ['d', 'c'], 4],
    [0, ['d'], 6],
    // Delivered late.
    [1, ['d', 'b'], 0],
    [1, ['d'], 5],
  ] as const
  const now = corp.clock.seconds()
  for (const [QuitScene, Item, seconds] of left) {
    const change = { Event: 'change_external_chat', ChangeType: 'update', ChatId: chat_id, UpdateDetail: 'del_member' }
    const people = { QuitScene, MemChangeCnt: Item.length, MemChangeList: { Item: [...Item] } }
    expect(await deliver(world, handle, { ...change, ...people, CreateTime: now + seconds })).toBe(200)
  }

  const [row] = await rows('select expected from wecom_dirty')
  expect(fromJson(row?.['expected'])).toMatchObject([
    { is: 'left', userids: ['b'], quitScene: 0 },
    { is: 'left', userids: ['a'], quitScene: 1 },
    { is: 'left', userids: ['c'], quitScene: 0 },
    { is: 'left', userids: ['d'], quitScene: 0 },
  ])
  await world.sync.close()
})

test.for([
  ['an object', (userid: string) => JSON.stringify({ is: 'edited', userid, hash: 'other' })],
  ['an object without a member', () => JSON.stringify({ is: 'edited' })],
  ['a text', () => JSON.stringify('edited')],
] as const)('behavior: drain and later events accept %s that an earlier version wrote to dirty', async ([, toText]) => {
  const world = await receiving()
  const { sync, corp, database, tell } = world
  const { userid, external_userid } = corp.state().follows[0] ?? expect.fail()
  for (const remark of ['VIP', '老客户']) {
    corp.people.memberEditsRemark({ userid, external_userid, remark })
    await tell()
    const update = database.build.updateTable('wecom_dirty').set({ expected: toText(userid) })
    await database.execute(update.compile())
    corp.clock.advance({ seconds: 5 })
  }
  expect(await sync.drain({ maxMs: 60_000 })).toMatchObject({ reads: 1, failed: 0 })

  expect(await tablesOf(database)).toEqual(modelOf(corp))
  await sync.close()
})
