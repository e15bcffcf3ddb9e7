import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import {
  convertGroupChatExternalUserids,
  type ConvertGroupChatExternalUseridsResult,
} from './convertGroupChatExternalUserids.ts'

const params = { chat_id: 'wr1', external_userid_list: ['wm1', 'wo2'] }

const result: ConvertGroupChatExternalUseridsResult = {
  items: [
    { external_userid: 'wm1', new_external_userid: 'wm-provider-1' },
    { external_userid: 'wo2', new_external_userid: 'wo2' },
  ],
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await convertGroupChatExternalUserids(client, params)).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/groupchat/get_new_external_userid',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('error: more than 1000 ids are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])
  const external_userid_list = Array.from({ length: 1001 }, (_, index) => `wm${index}`)

  await expect(convertGroupChatExternalUserids(client, { ...params, external_userid_list })).rejects
    .toMatchInlineSnapshot(`
    [WeComValidationError: convertGroupChatExternalUserids failed: external_userid_list: Invalid length: Expected <=1000 but received 1001; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/groupchat/get_new_external_userid
    Docs: https://developer.work.weixin.qq.com/document/path/95327]
  `)
  expect(sent).toEqual([])
})

test('error: the app may not call it', async () => {
  const { client } = createTestClient([{ errcode: 48002, errmsg: 'api forbidden, hint: [3107]' }])

  await expect(convertGroupChatExternalUserids(client, params)).rejects.toMatchObject({ kind: 'api', errcode: 48002 })
})
