import { createCallbackHandler } from '@wecom/callback'
import { createClient, type Fetch } from '@wecom/core'
import { expect, test } from 'vitest'
import { callbackSettings, deliver } from '../fixtures/deliver.ts'
import { createWorld, type World } from '../fixtures/world.ts'
import { createSync } from '../openSync.ts'

interface Answer {
  external_contact_list?: Entry[]
  follow_user?: Record<string, unknown>[]
  contact_way?: Record<string, unknown>
  group_chat?: Record<string, unknown> & { member_list: Record<string, unknown>[] }
  tag_group?: (Record<string, unknown> & { tag?: Record<string, unknown>[] })[]
  info?: Record<string, unknown>[]
}
interface Entry {
  external_contact: Record<string, unknown>
  follow_info: Record<string, unknown>
}

/** Creates a sync whose client receives changed answers: `cut` removes a field from each answer to a call of `path`. */
async function cutting(path: string, cut: (answer: Answer) => void): Promise<World> {
  const world = await createWorld()
  const { corp, database, time } = world
  const fetch: Fetch = async (input, init) => {
    const response = await corp.fetch(input, init)
    if (!new URL(input instanceof Request ? input.url : input).pathname.endsWith(path)) return response
    const answer = (await response.json()) as Answer
    cut(answer)
    return Response.json(answer)
  }
  const client = createClient({ token: corp.token, fetch, retry: { limit: 0 } })
  return { ...world, sync: await createSync(database, { client, corpId: corp.corpId }, time) }
}

const page = '/batch/get_by_user'
const cuts: readonly (readonly [what: string, path: string, cut: (answer: Answer) => void])[] = [
  ['the remark', page, ({ external_contact_list: [entry] = [] }) => delete entry?.follow_info['remark']],
  ['add_way', page, ({ external_contact_list: [entry] = [] }) => delete entry?.follow_info['add_way']],
  ['createtime', page, ({ external_contact_list: [entry] = [] }) => delete entry?.follow_info['createtime']],
  ['the name of a customer', page, ({ external_contact_list: [entry] = [] }) => delete entry?.external_contact['name']],
  ['the gender', page, ({ external_contact_list: [entry] = [] }) => delete entry?.external_contact['gender']],
  ['the type of a customer', page, ({ external_contact_list: [entry] = [] }) => delete entry?.external_contact['type']],
  ['the state of a contact way', '/get_contact_way', ({ contact_way: way }) => delete way?.['state']],
  ['the remark of a contact way', '/get_contact_way', ({ contact_way: way }) => delete way?.['remark']],
  ['the type of a contact way', '/get_contact_way', ({ contact_way: way }) => delete way?.['type']],
  ['the name of a group chat', '/groupchat/get', ({ group_chat: chat }) => delete chat?.['name']],
  ['the owner of a group chat', '/groupchat/get', ({ group_chat: chat }) => delete chat?.['owner']],
  ['create_time of a group chat', '/groupchat/get', ({ group_chat: chat }) => delete chat?.['create_time']],
  ['join_scene', '/groupchat/get', ({ group_chat: chat }) => delete chat?.member_list[0]?.['join_scene']],
  ['join_time', '/groupchat/get', ({ group_chat: chat }) => delete chat?.member_list[0]?.['join_time']],
  ['the order of a tag', '/get_corp_tag_list', ({ tag_group: [group] = [] }) => delete group?.tag?.[0]?.['order']],
  ['the name of a tag group', '/get_corp_tag_list', ({ tag_group: [group] = [] }) => delete group?.['group_name']],
  ['the tags of a tag group', '/get_corp_tag_list', ({ tag_group: [group] = [] }) => delete group?.tag],
  ['dimission_time', '/get_unassigned_list', ({ info: [entry] = [] }) => delete entry?.['dimission_time']],
]
test.for(cuts)('behavior: an answer without %s is written', async ([, path, cut]) => {
  let isCut = false
  const { sync, corp, value } = await cutting(path, (answer) => {
    cut(answer)
    isCut = true
  })
  corp.people.memberLeaves({ userid: 'zhangwei' })
  expect(await sync.run()).toMatchObject({ ok: true, gaps: [] })

  expect(isCut).toBe(true)
  expect(await value('select count(*) from wecom_follows')).toBe(39)
  await sync.close()
})

test('error: data that cannot be written becomes a gap with the message, and the run ends', async () => {
  const { sync, value } = await cutting(
    '/groupchat/get',
    ({ group_chat: chat }) => delete chat?.member_list[0]?.['userid'],
  )
  const report = await sync.run()

  expect(report).toMatchObject({ ok: false, complete: true })
  expect(report.gaps[0]).toMatchObject({ resource: 'group_chats', kind: 'failed', errcode: undefined })
  expect(report.gaps[0]?.reason).toMatch(/userid/)
  expect(await value('select count(*) from wecom_follows')).toBeGreaterThan(30)
  await sync.close()
})

test('error: a customer that cannot be read after an event becomes a gap of the next run, and the run ends', async () => {
  const world = await cutting('externalcontact/get', (answer) => delete answer.follow_user)
  const { sync, corp } = world
  await sync.run()
  corp.clock.advance({ hours: 1 })
  const handle = createCallbackHandler({ ...callbackSettings, receiveIds: [corp.corpId], ...sync.inbox() })
  const [{ userid, external_userid } = expect.fail()] = corp.state().follows
  corp.people.memberEditsRemark({ userid, external_userid, remark: '老客户' })
  await deliver(world, handle, corp.events.list().at(-1) ?? expect.fail())
  const report = await sync.run()

  expect(report.complete).toBe(true)
  expect(report.gaps).toMatchObject([{ resource: 'customers', item: external_userid, kind: 'failed' }])
  expect(report.gaps[0]?.reason).toMatch(/undefined/)
  await sync.close()
})

test('behavior: a run that its caller stops with a reason of its own leaves no gap', async () => {
  const { sync, corp, value } = await createWorld()
  const controller = new AbortController()
  corp.limits.add({ kind: 'rate', endpoint: 'listGroupChats', calls: 0, perMs: 3_600_000 })
  const onProgress = ({ pausedUntil }: { pausedUntil: number | undefined }): void => {
    if (pausedUntil !== undefined) controller.abort(new Error('the server stops'))
  }
  expect(await sync.run({ signal: controller.signal, onProgress })).toMatchObject({ complete: false, gaps: [] })

  expect(await value("select count(*) from wecom_slices where status = 'failed'")).toBe(0)
  await sync.close()
})
