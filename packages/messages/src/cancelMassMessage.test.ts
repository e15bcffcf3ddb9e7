import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { cancelMassMessage } from './cancelMassMessage.ts'

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])

  expect(await cancelMassMessage(client, { msgid: 'msg-31' })).toEqual({})
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/cancel_groupmsg_send',
      query: {},
      token: 'test-token',
      body: { msgid: 'msg-31' },
    },
  ])
})

test('error: an empty id is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(cancelMassMessage(client, { msgid: '' })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: cancelMassMessage failed: msgid: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/cancel_groupmsg_send
    Docs: https://developer.work.weixin.qq.com/document/path/97611]
  `)
  expect(sent).toEqual([])
})

test('error: the message was cancelled before', async () => {
  const { client } = createTestClient([{ errcode: 41093, errmsg: 'message canceled, hint: [31]' }])

  await expect(cancelMassMessage(client, { msgid: 'msg-31' })).rejects.toMatchObject({ kind: 'api', errcode: 41093 })
})
