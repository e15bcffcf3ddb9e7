import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { transferResignedGroupChats, type TransferResignedGroupChatsResult } from './transferResignedGroupChats.ts'

const params = { chat_id_list: ['wr1', 'wr2'], new_owner: 'wangfang' }

const result: TransferResignedGroupChatsResult = {
  failed_chat_list: [{ chat_id: 'wr2', errcode: 90500, errmsg: 'owner has not left' }],
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await transferResignedGroupChats(client, params)).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/groupchat/transfer',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('behavior: a result without failures need not have the list', async () => {
  const { client } = createTestClient([{ errcode: 0, errmsg: 'ok' }])

  expect(await transferResignedGroupChats(client, params)).toEqual({})
})

test('error: no groups and no owner are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(transferResignedGroupChats(client, { chat_id_list: [], new_owner: '' })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: transferResignedGroupChats failed: chat_id_list: must not be empty; new_owner: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/groupchat/transfer
    Docs: https://developer.work.weixin.qq.com/document/path/92127]
  `)
  expect(sent).toEqual([])
})

test('error: the new owner is unknown', async () => {
  const { client } = createTestClient([{ errcode: 46004, errmsg: 'no such user, hint: [3103]' }])

  await expect(transferResignedGroupChats(client, params)).rejects.toMatchObject({ kind: 'api', errcode: 46004 })
})
