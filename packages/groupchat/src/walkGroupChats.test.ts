import { createTestClient, type SentRequest } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import type { GroupChat } from './getGroupChat.ts'
import { type WalkedGroupChat, walkGroupChats } from './walkGroupChats.ts'

function group(chat_id: string): { group_chat: GroupChat } {
  return { group_chat: { chat_id, name: '', owner: 'chenjie', create_time: 1, member_list: [], admin_list: [] } }
}

function page(chat_ids: string[], next_cursor?: string): object {
  return { group_chat_list: chat_ids.map((chat_id) => ({ chat_id, status: 0 })), next_cursor }
}

async function collect(walk: AsyncIterable<WalkedGroupChat>): Promise<WalkedGroupChat[]> {
  const walked: WalkedGroupChat[] = []
  for await (const one of walk) walked.push(one)
  return walked
}

function chatIds(walked: readonly WalkedGroupChat[]): string[] {
  return walked.map(({ group_chat }) => group_chat.chat_id)
}

function listBodies(sent: readonly SentRequest[]): unknown[] {
  return sent.filter(({ path }) => path.endsWith('/groupchat/list')).map(({ body }) => body)
}

const owners = Array.from({ length: 201 }, (_, index) => `owner-${index}`)

test('default', async () => {
  const { client, sent } = createTestClient([page(['wr1', 'wr2'], 'page-2'), group('wr1'), group('wr2'), page([])])

  expect(await collect(walkGroupChats(client))).toEqual([
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

  await collect(walkGroupChats(client, { status_filter: 1, owner_filter, limit: 7, need_name: 1 }))

  expect(sent.map(({ body }) => body)).toEqual([
    { status_filter: 1, owner_filter, limit: 7 },
    { chat_id: 'wr1', need_name: 1 },
  ])
})

test('behavior: a walk goes on with the page that it stopped on', async () => {
  const first = createTestClient([
    page(['wr1'], 'page-2'),
    group('wr1'),
    page(['wr2', 'wr3'], 'page-3'),
    group('wr2'),
    group('wr3'),
  ])
  const walk = walkGroupChats(first.client, { limit: 2, need_name: 1 })
  await walk.next()
  await walk.next()
  const { value } = await walk.next()
  await walk.return()
  const { resume } = value ?? expect.fail('the walk has ended')
  expect(first.sent).toHaveLength(5)
  expect(resume).toEqual({ limit: 2, need_name: 1, cursor: 'page-2' })

  const later = createTestClient([page(['wr2', 'wr3']), group('wr2'), group('wr3')])
  expect(chatIds(await collect(walkGroupChats(later.client, JSON.parse(JSON.stringify(resume)))))).toEqual([
    'wr2',
    'wr3',
  ])
  expect(later.sent.map(({ body }) => body)).toEqual([
    { limit: 2, cursor: 'page-2' },
    { chat_id: 'wr2', need_name: 1 },
    { chat_id: 'wr3', need_name: 1 },
  ])
})

test('behavior: more than 100 owners are asked for 100 at a time', async () => {
  const params = { owner_filter: { userid_list: owners }, limit: 1 }
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

  const walked = await collect(walkGroupChats(client, params))

  expect(chatIds(walked)).toEqual(['wr1', 'wr2', 'wr3', 'wr4', 'wr5'])
  expect(listBodies(sent)).toEqual([
    { owner_filter: { userid_list: owners.slice(0, 100) }, limit: 1 },
    { owner_filter: { userid_list: owners.slice(0, 100) }, limit: 1, cursor: 'page-2' },
    { owner_filter: { userid_list: owners.slice(100, 200) }, limit: 1 },
    { owner_filter: { userid_list: owners.slice(100, 200) }, limit: 1, cursor: 'page-2' },
    { owner_filter: { userid_list: owners.slice(200) }, limit: 1 },
  ])
  expect(walked[3]?.resume).toEqual({ owner_filter: { userid_list: owners.slice(100) }, limit: 1, cursor: 'page-2' })
  expect(params.owner_filter.userid_list).toHaveLength(201)
})

test('behavior: a walk that goes on among some owners starts at the first page of the others', async () => {
  const { client, sent } = createTestClient([page(['wr4']), group('wr4'), page(['wr5']), group('wr5')])
  const owner_filter = { userid_list: owners.slice(100) }

  await collect(walkGroupChats(client, { owner_filter, limit: 1, cursor: 'page-2' }))

  expect(listBodies(sent)).toEqual([
    { owner_filter: { userid_list: owners.slice(100, 200) }, limit: 1, cursor: 'page-2' },
    { owner_filter: { userid_list: owners.slice(200) }, limit: 1 },
  ])
})

test('behavior: a group that is dissolved after it was listed is left out', async () => {
  const { client } = createTestClient([
    page(['wr1', 'wr2']),
    { errcode: 49008, errmsg: 'chat is dissolved, hint: [3108]' },
    group('wr2'),
  ])

  expect(chatIds(await collect(walkGroupChats(client)))).toEqual(['wr2'])
})

test('behavior: nothing is fetched before it is asked for', async () => {
  const { client, sent } = createTestClient([page(['wr1', 'wr2']), group('wr1')])
  const walk = walkGroupChats(client)
  expect(sent).toHaveLength(0)
  await walk.next()
  expect(sent).toHaveLength(2)
  await walk.return()
})

test('error: any other failure ends the walk', async () => {
  const { client, sent } = createTestClient([
    page(['wr1', 'wr2']),
    { errcode: 48002, errmsg: 'api forbidden, hint: [3109]' },
  ])

  await expect(collect(walkGroupChats(client))).rejects.toMatchObject({ kind: 'api', errcode: 48002 })
  expect(sent).toHaveLength(2)
})

test.each([
  { before: 'a group', answers: [page(['wr1', 'wr2']), group('wr1'), group('wr2')] },
  { before: 'a page', answers: [page(['wr1'], 'page-2'), group('wr1'), page([])] },
])('error: an abort before $before ends the walk', async ({ answers }) => {
  const controller = new AbortController()
  const { client, sent } = createTestClient(answers)
  const walk = walkGroupChats(client, {}, { signal: controller.signal })
  await walk.next()
  controller.abort()

  await expect(walk.next()).rejects.toMatchObject({ kind: 'abort' })
  expect(sent).toHaveLength(2)
})
