import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { transferGroupChats, type TransferGroupChatsResult } from './transferGroupChats.ts'

const params = { chat_id_list: ['wr1', 'wr2'], new_owner: 'wangfang' }

const result: TransferGroupChatsResult = {
  failed_chat_list: [{ chat_id: 'wr2', errcode: 90502, errmsg: 'owner has left' }],
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await transferGroupChats(client, params)).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/groupchat/onjob_transfer',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('behavior: a result without failures need not have the list', async () => {
  const { client } = createTestClient([{ errcode: 0, errmsg: 'ok' }])

  expect(await transferGroupChats(client, params)).toEqual({})
})

test('error: more than 100 groups are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])
  const chat_id_list = Array.from({ length: 101 }, (_, index) => `wr${index}`)

  await expect(transferGroupChats(client, { ...params, chat_id_list })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: transferGroupChats failed: chat_id_list: Invalid length: Expected <=100 but received 101; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/groupchat/onjob_transfer
    Docs: https://developer.work.weixin.qq.com/document/path/95703]
  `)
  expect(sent).toEqual([])
})
