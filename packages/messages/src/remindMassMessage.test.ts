import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { remindMassMessage } from './remindMassMessage.ts'

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])

  expect(await remindMassMessage(client, { msgid: 'msg-31' })).toEqual({})
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/remind_groupmsg_send',
      query: {},
      token: 'test-token',
      body: { msgid: 'msg-31' },
    },
  ])
})

test('error: an empty id is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(remindMassMessage(client, { msgid: '' })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: remindMassMessage failed: msgid: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/remind_groupmsg_send
    Docs: https://developer.work.weixin.qq.com/document/path/97610]
  `)
  expect(sent).toEqual([])
})

test('error: the fourth reminder within 24 hours', async () => {
  const { client } = createTestClient([{ errcode: 41094, errmsg: 'remind too often, hint: [31]' }])

  await expect(remindMassMessage(client, { msgid: 'msg-31' })).rejects.toMatchObject({ kind: 'api', errcode: 41094 })
})

test('error: a lost connection is not followed by a second reminder', async () => {
  const { client, sent } = createTestClient([new TypeError('fetch failed')])

  await expect(remindMassMessage(client, { msgid: 'msg-31' })).rejects.toMatchObject({
    kind: 'network',
    ambiguous: true,
  })
  expect(sent).toHaveLength(1)
})
