import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { listMassMessageSendResults, type ListMassMessageSendResultsResult } from './listMassMessageSendResults.ts'

const result: ListMassMessageSendResultsResult = {
  send_list: [
    { external_userid: 'wm1', userid: 'chenjie', status: 1, send_time: 1_760_000_000 },
    { external_userid: 'wm2', userid: 'chenjie', status: 3 },
  ],
  next_cursor: 'd+e/f=',
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])
  const params = { msgid: 'msg-31', userid: 'chenjie', limit: 1000, cursor: 'a+b/c=' }

  expect(await listMassMessageSendResults(client, params)).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/get_groupmsg_send_result',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('behavior: fields that are undefined are not sent', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  await listMassMessageSendResults(client, { msgid: 'msg-31', userid: 'chenjie', limit: undefined, cursor: undefined })

  expect(sent[0]?.body).toEqual({ msgid: 'msg-31', userid: 'chenjie' })
})

test('behavior: group chats, and a status added later', async () => {
  const groups = {
    send_list: [
      { chat_id: 'wr1', userid: 'chenjie', status: 1, send_time: 1_760_000_000 },
      { chat_id: 'wr2', userid: 'chenjie', status: 4 },
    ],
  }
  const { client } = createTestClient([{ errcode: 0, errmsg: 'ok', ...groups }])

  expect(await listMassMessageSendResults(client, { msgid: 'msg-32', userid: 'chenjie' })).toEqual(groups)
})

test('error: empty ids are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(listMassMessageSendResults(client, { msgid: '', userid: '' })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: listMassMessageSendResults failed: msgid: must not be empty; userid: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/get_groupmsg_send_result
    Docs: https://developer.work.weixin.qq.com/document/path/93338]
  `)
  expect(sent).toEqual([])
})
