import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { convertOpenGidToChatId } from './convertOpenGidToChatId.ts'

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', chat_id: 'wr1' }])

  expect(await convertOpenGidToChatId(client, { opengid: 'og1' })).toEqual({ chat_id: 'wr1' })
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/opengid_to_chatid',
      query: {},
      token: 'test-token',
      body: { opengid: 'og1' },
    },
  ])
})

test('error: an empty id is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(convertOpenGidToChatId(client, { opengid: '' })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: convertOpenGidToChatId failed: opengid: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/opengid_to_chatid
    Docs: https://developer.work.weixin.qq.com/document/path/94822]
  `)
  expect(sent).toEqual([])
})

test('error: the group is not a customer group chat', async () => {
  const { client } = createTestClient([{ errcode: 90509, errmsg: 'not external group chat, hint: [3104]' }])

  await expect(convertOpenGidToChatId(client, { opengid: 'og2' })).rejects.toMatchObject({
    kind: 'api',
    errcode: 90509,
  })
})
