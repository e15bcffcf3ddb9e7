import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { listServedContacts, type ListServedContactsResult } from './listServedContacts.ts'

const result: ListServedContactsResult = {
  info_list: [
    {
      is_customer: true,
      tmp_openid: 'tmp-1',
      external_userid: 'wm1',
      follow_userid: 'chenjie',
      add_time: 1_767_225_600,
    },
    { is_customer: true, tmp_openid: 'tmp-1', external_userid: 'wm1', chat_id: 'wr1', add_time: 1_767_312_000 },
    {
      is_customer: false,
      tmp_openid: 'tmp-2',
      name: '赵*',
      follow_userid: 'wangfang',
      chat_name: '花友群',
      add_time: 1_767_398_400,
    },
  ],
  next_cursor: 'page-2',
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await listServedContacts(client, { cursor: 'page-1', limit: 3 })).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/contact_list',
      query: {},
      token: 'test-token',
      body: { cursor: 'page-1', limit: 3 },
    },
  ])
})

test('behavior: the first page needs no parameters', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  await listServedContacts(client)

  expect(sent[0]?.body).toEqual({})
})

test('error: a page without entries is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(listServedContacts(client, { limit: 0 })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: listServedContacts failed: limit: Invalid value: Expected >=1 but received 0; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/contact_list
    Docs: https://developer.work.weixin.qq.com/document/path/99434]
  `)
  expect(sent).toEqual([])
})

test('error: the cursor has expired', async () => {
  const { client } = createTestClient([{ errcode: 701105, errmsg: 'invalid cursor, hint: [2610]' }])

  await expect(listServedContacts(client, { cursor: 'old' })).rejects.toMatchObject({ kind: 'api', errcode: 701105 })
})
