import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { getAcquisitionChatInfo, type GetAcquisitionChatInfoResult } from './getAcquisitionChatInfo.ts'

const result: GetAcquisitionChatInfoResult = {
  userid: 'chenjie',
  external_userid: 'wm1',
  chat_info: { recv_msg_cnt: 5, link_id: 'link-1', state: 'window-7' },
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await getAcquisitionChatInfo(client, { chat_key: 'chat-key-1' })).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/customer_acquisition/get_chat_info',
      query: {},
      token: 'test-token',
      body: { chat_key: 'chat-key-1' },
    },
  ])
})

test('behavior: the acquisition component gets no ids', async () => {
  const anonymous = { chat_info: { recv_msg_cnt: 3, link_id: 'link-1' } }
  const { client } = createTestClient([{ errcode: 0, errmsg: 'ok', ...anonymous }])

  expect(await getAcquisitionChatInfo(client, { chat_key: 'chat-key-1' })).toEqual(anonymous)
})

test('error: an empty key is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(getAcquisitionChatInfo(client, { chat_key: '' })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: getAcquisitionChatInfo failed: chat_key: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/customer_acquisition/get_chat_info
    Docs: https://developer.work.weixin.qq.com/document/path/100130]
  `)
  expect(sent).toEqual([])
})

test('error: the key has expired', async () => {
  const { client } = createTestClient([{ errcode: 41201, errmsg: 'invalid chat key, hint: [3104]' }])

  await expect(getAcquisitionChatInfo(client, { chat_key: 'old' })).rejects.toMatchObject({
    kind: 'api',
    errcode: 41201,
  })
})
