import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { listGroupChatStatsByDay, type ListGroupChatStatsByDayResult } from './listGroupChatStatsByDay.ts'

/** 2026-01-01, 00:00 in China. */
const newYear = 1_767_196_800
const day = 86_400

const params = { day_begin_time: newYear, owner_filter: { userid_list: ['chenjie'] } }

const result: ListGroupChatStatsByDayResult = {
  items: [
    {
      stat_time: newYear,
      data: {
        new_chat_cnt: 2,
        chat_total: 41,
        chat_has_msg: 37,
        new_member_cnt: 18,
        member_total: 905,
        member_has_msg: 333,
        msg_total: 12_004,
        migrate_trainee_chat_cnt: 3,
      },
    },
  ],
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])
  const all = { ...params, day_end_time: newYear + 30 * day }

  expect(await listGroupChatStatsByDay(client, all)).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/groupchat/statistic_group_by_day',
      query: {},
      token: 'test-token',
      body: all,
    },
  ])
})

test('behavior: a last day that is undefined is not sent', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', items: [] }])

  expect(await listGroupChatStatsByDay(client, { ...params, day_end_time: undefined })).toEqual({ items: [] })
  expect(sent[0]?.body).toEqual(params)
})

test('behavior: without owners, the call covers the whole visible range', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', items: [] }])

  await listGroupChatStatsByDay(client, { day_begin_time: newYear })
  expect(sent[0]?.body).toEqual({ day_begin_time: newYear })
})

test('error: an empty list of owners, and days in the wrong order, are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(listGroupChatStatsByDay(client, { day_begin_time: newYear, owner_filter: { userid_list: [] } })).rejects
    .toMatchInlineSnapshot(`
    [WeComValidationError: listGroupChatStatsByDay failed: owner_filter.userid_list: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/groupchat/statistic_group_by_day
    Docs: https://developer.work.weixin.qq.com/document/path/92133]
  `)
  await expect(listGroupChatStatsByDay(client, { ...params, day_end_time: newYear - 1 })).rejects
    .toMatchInlineSnapshot(`
    [WeComValidationError: listGroupChatStatsByDay failed: day_end_time must be on the day of day_begin_time, or at most 30 days later; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/groupchat/statistic_group_by_day
    Docs: https://developer.work.weixin.qq.com/document/path/92133]
  `)
  expect(sent).toEqual([])
})
