import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import {
  listGroupChatStatsByOwner,
  type ListGroupChatStatsByOwnerParams,
  type ListGroupChatStatsByOwnerResult,
} from './listGroupChatStatsByOwner.ts'

/** 2026-01-01, 00:00 in China. */
const newYear = 1_767_196_800
const day = 86_400

const params: ListGroupChatStatsByOwnerParams = {
  day_begin_time: newYear,
  owner_filter: { userid_list: ['chenjie', 'wangfang'] },
}

const data = {
  new_chat_cnt: 2,
  chat_total: 41,
  chat_has_msg: 37,
  new_member_cnt: 18,
  member_total: 905,
  member_has_msg: 333,
  msg_total: 12_004,
  migrate_trainee_chat_cnt: 3,
}

const result: ListGroupChatStatsByOwnerResult = { total: 2, next_offset: 1, items: [{ owner: 'chenjie', data }] }

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])
  const all: ListGroupChatStatsByOwnerParams = {
    ...params,
    day_end_time: newYear + 30 * day,
    order_by: 4,
    order_asc: 1,
    offset: 0,
    limit: 1000,
  }

  expect(await listGroupChatStatsByOwner(client, all)).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/groupchat/statistic',
      query: {},
      token: 'test-token',
      body: all,
    },
  ])
})

test('behavior: fields that are undefined are not sent', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  await listGroupChatStatsByOwner(client, {
    ...params,
    day_end_time: undefined,
    order_by: undefined,
    order_asc: undefined,
    offset: undefined,
    limit: undefined,
  })

  expect(sent[0]?.body).toEqual(params)
})

test('behavior: the iteration ends if the next offset equals the total', async () => {
  const { migrate_trainee_chat_cnt: _, ...elsewhere } = data
  const { client, sent } = createTestClient([
    { errcode: 0, errmsg: 'ok', ...result },
    { errcode: 0, errmsg: 'ok', total: 2, next_offset: 2, items: [{ owner: 'wangfang', data: elsewhere }] },
  ])

  const walked = []
  for await (const item of listGroupChatStatsByOwner(client, params)) walked.push(item)

  expect(walked).toEqual([
    { owner: 'chenjie', data },
    { owner: 'wangfang', data: elsewhere },
  ])
  expect(sent.map(({ body }) => body)).toEqual([params, { ...params, offset: 1 }])
})

test('error: no owners, too many days and a limit of 0 are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(
    listGroupChatStatsByOwner(client, { day_begin_time: newYear, owner_filter: { userid_list: [] }, limit: 0 }),
  ).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: listGroupChatStatsByOwner failed: owner_filter.userid_list: must not be empty; limit: Invalid value: Expected >=1 but received 0; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/groupchat/statistic
    Docs: https://developer.work.weixin.qq.com/document/path/92133]
  `)
  await expect(listGroupChatStatsByOwner(client, { ...params, day_end_time: newYear + 31 * day })).rejects
    .toMatchInlineSnapshot(`
    [WeComValidationError: listGroupChatStatsByOwner failed: day_end_time must be on the day of day_begin_time, or at most 30 days later; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/groupchat/statistic
    Docs: https://developer.work.weixin.qq.com/document/path/92133]
  `)
  expect(sent).toEqual([])
})

test('error: more than 100 owners and more than 1000 entries are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])
  const userid_list = Array.from({ length: 101 }, (_, index) => `member-${index}`)

  await expect(
    listGroupChatStatsByOwner(client, { day_begin_time: newYear, owner_filter: { userid_list }, limit: 1001 }),
  ).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: listGroupChatStatsByOwner failed: owner_filter.userid_list: Invalid length: Expected <=100 but received 101; limit: Invalid value: Expected <=1000 but received 1001; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/groupchat/statistic
    Docs: https://developer.work.weixin.qq.com/document/path/92133]
  `)
  expect(sent).toEqual([])
})

test('error: an owner is outside the app’s visible range', async () => {
  const { client } = createTestClient([{ errcode: 60011, errmsg: 'no privilege, hint: [2802]' }])

  await expect(listGroupChatStatsByOwner(client, params)).rejects.toMatchObject({ kind: 'api', errcode: 60011 })
})
