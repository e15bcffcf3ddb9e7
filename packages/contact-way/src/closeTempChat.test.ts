import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { closeTempChat } from './closeTempChat.ts'

const params = { userid: 'chenjie', external_userid: 'wm1' }

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])

  expect(await closeTempChat(client, params)).toEqual({})
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/close_temp_chat',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('error: empty ids are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(closeTempChat(client, { userid: '', external_userid: '' })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: closeTempChat failed: userid: must not be empty; external_userid: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/close_temp_chat
    Docs: https://developer.work.weixin.qq.com/document/path/92228]
  `)
  expect(sent).toEqual([])
})

test('error: the customer is not one of this member', async () => {
  const { client } = createTestClient([{ errcode: 84061, errmsg: 'not external contact, hint: [3205]' }])

  await expect(closeTempChat(client, params)).rejects.toMatchObject({ kind: 'api', errcode: 84061, ambiguous: false })
})

test('error: a lost connection is not followed by a second call', async () => {
  const { client, sent } = createTestClient([new TypeError('fetch failed')])

  await expect(closeTempChat(client, params)).rejects.toMatchObject({ kind: 'network', ambiguous: true })
  expect(sent).toHaveLength(1)
})
