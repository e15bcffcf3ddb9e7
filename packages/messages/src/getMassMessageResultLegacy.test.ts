import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { getMassMessageResultLegacy, type GetMassMessageResultLegacyResult } from './getMassMessageResultLegacy.ts'

const result: GetMassMessageResultLegacyResult = {
  check_status: 1,
  detail_list: [
    { external_userid: 'wm1', userid: 'chenjie', status: 1, send_time: 1_600_000_000 },
    { chat_id: 'wr1', userid: 'wangfang', status: 0 },
  ],
  next_cursor: 'd+e/f=',
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])
  const params = { msgid: 'msg-7', limit: 10_000, cursor: 'a+b/c=' }

  expect(await getMassMessageResultLegacy(client, params)).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/get_group_msg_result',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('behavior: the older form has only an id, and its answer no cursor', async () => {
  const older = { check_status: 3, detail_list: [] }
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...older }])

  expect(await getMassMessageResultLegacy(client, { msgid: 'msg-7', limit: undefined, cursor: undefined })).toEqual(
    older,
  )
  expect(sent[0]?.body).toEqual({ msgid: 'msg-7' })
})

test('error: an empty id is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(getMassMessageResultLegacy(client, { msgid: '' })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: getMassMessageResultLegacy failed: msgid: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/get_group_msg_result
    Docs: https://developer.work.weixin.qq.com/document/path/91561]
  `)
  expect(sent).toEqual([])
})
