import { createTestClient, type SentRequest } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import type { GroupChat } from './getGroupChat.ts'
import { type IteratedGroupChat, iterateGroupChats } from './iterateGroupChats.ts'

function group(chat_id: string): { group_chat: GroupChat } {
  return { group_chat: { chat_id, name: '', owner: 'chenjie', create_time: 1, member_list: [], admin_list: [] } }
}

function page(chat_ids: string[], next_cursor?: string): object {
  return { group_chat_list: chat_ids.map((chat_id) => ({ chat_id, status: 0 })), next_cursor }
}

async function collect(groups: AsyncIterable<IteratedGroupChat>): Promise<IteratedGroupChat[]> {
  const collected: IteratedGroupChat[] = []
  for await (const one of groups) collected.push(one)
  return collected
}

function chatIds(groups: readonly IteratedGroupChat[]): string[] {
  return groups.map(({ group_chat }) => group_chat.chat_id)
}

function listBodies(sent: readonly SentRequest[]): unknown[] {
  return sent.filter(({ path }) => path.endsWith('/groupchat/list')).map(({ body }) => body)
}

const owners = Array.from({ length: 201 }, (_, index) => `owner-${index}`)

test('default', async () => {
  const { client, sent } = createTestClient([page(['wr1', 'wr2'], 'page-2'), group('wr1'), group('wr2'), page([])])

  expect(await collect(iterateGroupChats(client))).toEqual([
    { ...group('wr1'), status: 0, resume: {} },
    { ...group('wr2'), status: 0, resume: {} },
  ])
  expect(sent.map(({ path, body }) => [path, body])).toEqual([
    ['/cgi-bin/externalcontact/groupchat/list', { limit: 100 }],
    ['/cgi-bin/externalcontact/groupchat/get', { chat_id: 'wr1' }],
    ['/cgi-bin/externalcontact/groupchat/get', { chat_id: 'wr2' }],
    ['/cgi-bin/externalcontact/groupchat/list', { limit: 100, cursor: 'page-2' }],
  ])
})

test('behavior: filters go to the list, need_name to the groups', async () => {
  const { client, sent } = createTestClient([page(['wr1']), group('wr1')])
  const owner_filter = { userid_list: ['chenjie'] }

  await collect(iterateGroupChats(client, { status_filter: 1, owner_filter, need_name: 1 }))

  expect(sent.map(({ body }) => body)).toEqual([
    { status_filter: 1, owner_filter, limit: 100 },
    { chat_id: 'wr1', need_name: 1 },
  ])
})

test('behavior: an iteration goes on with the page that it stopped on', async () => {
  const first = createTestClient([
    page(['wr1'], 'page-2'),
    group('wr1'),
    page(['wr2', 'wr3'], 'page-3'),
    group('wr2'),
    group('wr3'),
  ])
  const groups = iterateGroupChats(first.client, { need_name: 1 })
  await groups.next()
  await groups.next()
  const { value } = await groups.next()
  await groups.return()
  const { resume } = value ?? expect.fail('the iteration has ended')
  expect(first.sent).toHaveLength(5)
  expect(resume).toEqual({ need_name: 1, cursor: 'page-2' })

  const later = createTestClient([page(['wr2', 'wr3']), group('wr2'), group('wr3')])
  expect(chatIds(await collect(iterateGroupChats(later.client, JSON.parse(JSON.stringify(resume)))))).toEqual([
    'wr2',
    'wr3',
  ])
  expect(later.sent.map(({ body }) => body)).toEqual([
    { limit: 100, cursor: 'page-2' },
    { chat_id: 'wr2', need_name: 1 },
    { chat_id: 'wr3', need_name: 1 },
  ])
})

test('behavior: more than 100 owners are read 100 per call', async () => {
  const params = { owner_filter: { userid_list: owners } }
  const { client, sent } = createTestClient([
    page(['wr1'], 'page-2'),
    group('wr1'),
    page(['wr2']),
    group('wr2'),
    page(['wr3'], 'page-2'),
    group('wr3'),
    page(['wr4']),
    group('wr4'),
    page(['wr5']),
    group('wr5'),
  ])

  const groups = await collect(iterateGroupChats(client, params))

  expect(chatIds(groups)).toEqual(['wr1', 'wr2', 'wr3', 'wr4', 'wr5'])
  expect(listBodies(sent)).toEqual([
    { owner_filter: { userid_list: owners.slice(0, 100) }, limit: 100 },
    { owner_filter: { userid_list: owners.slice(0, 100) }, limit: 100, cursor: 'page-2' },
    { owner_filter: { userid_list: owners.slice(100, 200) }, limit: 100 },
    { owner_filter: { userid_list: owners.slice(100, 200) }, limit: 100, cursor: 'page-2' },
    { owner_filter: { userid_list: owners.slice(200) }, limit: 100 },
  ])
  expect(groups[3]?.resume).toEqual({ owner_filter: { userid_list: owners.slice(100) }, cursor: 'page-2' })
  expect(params.owner_filter.userid_list).toHaveLength(201)
})

test('behavior: an iteration that goes on among some owners starts at the first page of the others', async () => {
  const { client, sent } = createTestClient([page(['wr4']), group('wr4'), page(['wr5']), group('wr5')])
  const owner_filter = { userid_list: owners.slice(100) }

  await collect(iterateGroupChats(client, { owner_filter, cursor: 'page-2' }))

  expect(listBodies(sent)).toEqual([
    { owner_filter: { userid_list: owners.slice(100, 200) }, limit: 100, cursor: 'page-2' },
    { owner_filter: { userid_list: owners.slice(200) }, limit: 100 },
  ])
})

test('behavior: a group that is dismissed after it was listed is left out', async () => {
  const { client } = createTestClient([
    page(['wr1', 'wr2']),
    { errcode: 49008, errmsg: 'group chat is dismissed, hint: [3108]' },
    group('wr2'),
  ])

  expect(chatIds(await collect(iterateGroupChats(client)))).toEqual(['wr2'])
})

test('behavior: nothing is requested before the loop starts', async () => {
  const { client, sent } = createTestClient([page(['wr1', 'wr2']), group('wr1')])
  const groups = iterateGroupChats(client)
  expect(sent).toHaveLength(0)
  await groups.next()
  expect(sent).toHaveLength(2)
  await groups.return()
})

test('behavior: a cursor that has expired begins the same owners again', async () => {
  const { client, sent } = createTestClient([
    { errcode: 50100, errmsg: 'invalid cursor, hint: [3110]' },
    page(['wr1'], 'page-2'),
    group('wr1'),
    page(['wr2']),
    group('wr2'),
    page([]),
  ])
  const owner_filter = { userid_list: owners.slice(100) }

  const groups = await collect(iterateGroupChats(client, { owner_filter, cursor: 'expired' }))

  expect(chatIds(groups)).toEqual(['wr1', 'wr2'])
  expect(listBodies(sent)).toEqual([
    { owner_filter: { userid_list: owners.slice(100, 200) }, limit: 100, cursor: 'expired' },
    { owner_filter: { userid_list: owners.slice(100, 200) }, limit: 100 },
    { owner_filter: { userid_list: owners.slice(100, 200) }, limit: 100, cursor: 'page-2' },
    { owner_filter: { userid_list: owners.slice(200) }, limit: 100 },
  ])
})

test('error: a cursor that is refused a second time ends the iteration', async () => {
  const invalidCursor = { errcode: 50100, errmsg: 'invalid cursor, hint: [3110]' }
  const { client, sent } = createTestClient([invalidCursor, page([], 'page-2'), invalidCursor])

  await expect(collect(iterateGroupChats(client, { cursor: 'expired' }))).rejects.toMatchObject({ errcode: 50100 })
  expect(sent).toHaveLength(3)
})

test('error: where WeCom wants to know the owners, the error says how', async () => {
  const { client } = createTestClient([{ errcode: 81017, errmsg: 'request too many, hint: [3101]' }])

  await expect(collect(iterateGroupChats(client))).rejects.toMatchInlineSnapshot(`
    [WeComApiError: listGroupChats failed: 81017 request too many

    Endpoint: POST /cgi-bin/externalcontact/groupchat/list
    Errcode: https://developer.work.weixin.qq.com/document/path/90313#错误码：81017
    Hint: 3101
    Remedy: pass the owners as owner_filter.userid_list, e.g. follow_user from listFollowUsers of @wecom/contacts
    Docs: https://developer.work.weixin.qq.com/document/path/92120]
  `)
})

test('error: any other failure ends the iteration', async () => {
  const { client, sent } = createTestClient([
    page(['wr1', 'wr2']),
    { errcode: 48002, errmsg: 'api forbidden, hint: [3109]' },
  ])

  await expect(collect(iterateGroupChats(client))).rejects.toMatchObject({ kind: 'api', errcode: 48002 })
  expect(sent).toHaveLength(2)
})

test.each([
  { before: 'a group', answers: [page(['wr1', 'wr2']), group('wr1'), group('wr2')] },
  { before: 'a page', answers: [page(['wr1'], 'page-2'), group('wr1'), page([])] },
])('error: an abort before $before ends the iteration', async ({ answers }) => {
  const controller = new AbortController()
  const { client, sent } = createTestClient(answers)
  const groups = iterateGroupChats(client, {}, { signal: controller.signal })
  await groups.next()
  controller.abort()

  await expect(groups.next()).rejects.toMatchObject({ kind: 'abort' })
  expect(sent).toHaveLength(2)
})
