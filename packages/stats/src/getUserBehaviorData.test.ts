import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { getUserBehaviorData, type GetUserBehaviorDataResult } from './getUserBehaviorData.ts'

/** 2026-01-01, 00:00 in China. */
const newYear = 1_767_196_800
const day = 86_400

const result: GetUserBehaviorDataResult = {
  behavior_data: [
    {
      stat_time: newYear,
      chat_cnt: 14,
      message_cnt: 133,
      reply_percentage: 92.86,
      avg_reply_time: 4,
      negative_feedback_cnt: 1,
      new_apply_cnt: 6,
      new_contact_cnt: 5,
    },
  ],
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])
  const params = { userid: ['chenjie', 'wangfang'], partyid: [12], start_time: newYear, end_time: newYear + 30 * day }

  expect(await getUserBehaviorData(client, params)).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/get_user_behavior_data',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('behavior: members or departments are enough, the others may be undefined or empty', async () => {
  const { client, sent } = createTestClient([
    { errcode: 0, errmsg: 'ok', ...result },
    { errcode: 0, errmsg: 'ok', ...result },
  ])
  const days = { start_time: newYear, end_time: newYear }

  await getUserBehaviorData(client, { userid: ['chenjie'], partyid: undefined, ...days })
  await getUserBehaviorData(client, { userid: [], partyid: [12], ...days })

  expect(sent.map(({ body }) => body)).toEqual([
    { userid: ['chenjie'], ...days },
    { userid: [], partyid: [12], ...days },
  ])
})

test('behavior: a day without chats has no figures on answers; fields added later come through', async () => {
  const quiet = {
    behavior_data: [
      {
        stat_time: newYear,
        chat_cnt: 0,
        message_cnt: 0,
        negative_feedback_cnt: 0,
        new_apply_cnt: 0,
        new_contact_cnt: 0,
        field_added_later: 0,
      },
    ],
  }
  const { client } = createTestClient([{ errcode: 0, errmsg: 'ok', ...quiet }])

  expect(await getUserBehaviorData(client, { userid: ['chenjie'], start_time: newYear, end_time: newYear })).toEqual(
    quiet,
  )
})

test('error: nobody to count for, and more than 30 days, are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(getUserBehaviorData(client, { userid: [], start_time: newYear, end_time: newYear + 31 * day })).rejects
    .toMatchInlineSnapshot(`
    [WeComValidationError: getUserBehaviorData failed: at least one id in userid or partyid is required; end_time must be on the day of start_time, or at most 30 days later; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/get_user_behavior_data
    Docs: https://developer.work.weixin.qq.com/document/path/92132]
  `)
  expect(sent).toEqual([])
})

test('error: days in the wrong order are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(getUserBehaviorData(client, { partyid: [12], start_time: newYear, end_time: newYear - 1 })).rejects
    .toMatchInlineSnapshot(`
    [WeComValidationError: getUserBehaviorData failed: end_time must be on the day of start_time, or at most 30 days later; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/get_user_behavior_data
    Docs: https://developer.work.weixin.qq.com/document/path/92132]
  `)
  expect(sent).toEqual([])
})

test('error: more than 100 members or departments are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])
  const ids = Array.from({ length: 101 }, (_, index) => index)

  await expect(
    getUserBehaviorData(client, { userid: ids.map(String), partyid: ids, start_time: newYear, end_time: newYear }),
  ).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: getUserBehaviorData failed: userid: Invalid length: Expected <=100 but received 101; partyid: Invalid length: Expected <=100 but received 101; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/get_user_behavior_data
    Docs: https://developer.work.weixin.qq.com/document/path/92132]
  `)
  expect(sent).toEqual([])
})

test('error: a department is unknown', async () => {
  const { client } = createTestClient([{ errcode: 60003, errmsg: 'department not found, hint: [2801]' }])

  await expect(
    getUserBehaviorData(client, { partyid: [99], start_time: newYear, end_time: newYear }),
  ).rejects.toMatchObject({ kind: 'api', errcode: 60003 })
})
