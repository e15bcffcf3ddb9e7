import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { listGroupChats, type ListGroupChatsResult } from './listGroupChats.ts'

const result: ListGroupChatsResult = {
  group_chat_list: [
    { chat_id: 'wr1', status: 0 },
    { chat_id: 'wr2', status: 1 },
  ],
  next_cursor: 'page-2',
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])
  const params = {
    status_filter: 1 as const,
    owner_filter: { userid_list: ['chenjie', 'wangfang'] },
    cursor: 'page-1',
    limit: 2,
  }

  expect(await listGroupChats(client, params)).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/groupchat/list',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('behavior: fields that are undefined are not sent', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  await listGroupChats(client, { status_filter: undefined, owner_filter: undefined, cursor: undefined, limit: 1000 })

  expect(sent[0]?.body).toEqual({ limit: 1000 })
})

test('behavior: the iteration follows the cursor', async () => {
  const { client, sent } = createTestClient([
    { errcode: 0, errmsg: 'ok', ...result },
    { errcode: 0, errmsg: 'ok', group_chat_list: [{ chat_id: 'wr3', status: 3 }], next_cursor: '' },
  ])

  const walked = []
  for await (const { chat_id } of listGroupChats(client, { limit: 2 })) walked.push(chat_id)

  expect(walked).toEqual(['wr1', 'wr2', 'wr3'])
  expect(sent.map(({ body }) => body)).toEqual([{ limit: 2 }, { limit: 2, cursor: 'page-2' }])
})

test('behavior: the old form, with an offset and departments, is sent as it is', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', group_chat_list: [] }])
  const params = {
    status_filter: 0 as const,
    owner_filter: { userid_list: ['chenjie'], partyid_list: [7] },
    offset: 49_000,
    limit: 1000,
  }

  expect(await listGroupChats(client, params)).toEqual({ group_chat_list: [] })
  expect(sent[0]?.body).toEqual(params)
})

test('behavior: fields and values added later come through', async () => {
  const later = { group_chat_list: [{ chat_id: 'wr1', status: 4, field_added_later: true }] }
  const { client } = createTestClient([{ errcode: 0, errmsg: 'ok', ...later }])

  expect(await listGroupChats(client, { limit: 1 })).toEqual(later)
})

test('error: groups beyond the first 50,000 cannot be requested by offset', async () => {
  const { client, sent } = createTestClient([])

  await expect(listGroupChats(client, { offset: 49_001, limit: 1000 })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: listGroupChats failed: offset + limit must not exceed 50000; use cursor instead; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/groupchat/list
    Docs: https://developer.work.weixin.qq.com/document/path/92120]
  `)
  expect(sent).toEqual([])
})

test('error: more than 100 owners and 1000 groups a page are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])
  const userid_list = Array.from({ length: 101 }, (_, index) => `member-${index}`)

  await expect(listGroupChats(client, { owner_filter: { userid_list }, limit: 1001 })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: listGroupChats failed: owner_filter.userid_list: Invalid length: Expected <=100 but received 101; limit: Invalid value: Expected <=1000 but received 1001; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/groupchat/list
    Docs: https://developer.work.weixin.qq.com/document/path/92120]
  `)
  expect(sent).toEqual([])
})

test('error: too many people are in scope', async () => {
  const { client } = createTestClient([{ errcode: 81017, errmsg: 'request too many, hint: [3101]' }])

  await expect(listGroupChats(client, { limit: 100 })).rejects.toMatchObject({ kind: 'api', errcode: 81017 })
})
