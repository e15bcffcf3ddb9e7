import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { convertChatIds, type ConvertChatIdsParams, type ConvertChatIdsResult } from './convertChatIds.ts'

const params: ConvertChatIdsParams = { chat_id_list: ['wrShop', 'wrGone'] }

const result: ConvertChatIdsResult = {
  items: [{ chat_id: 'wrShop', new_chat_id: 'wrProviderShop' }],
  invalid_chat_id_list: ['wrGone'],
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await convertChatIds(client, params)).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/idconvert/chatid',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('behavior: all ids can be converted', async () => {
  const { items } = result
  const { client } = createTestClient([{ errcode: 0, errmsg: 'ok', items }])

  expect(await convertChatIds(client, params)).toEqual({ items })
})

test('error: no ids, and more than 100, are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])
  const chat_id_list = Array.from({ length: 101 }, (_, index) => `wr${index}`)

  await expect(convertChatIds(client, { chat_id_list: [] })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: convertChatIds failed: chat_id_list: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/idconvert/chatid
    Docs: https://developer.work.weixin.qq.com/document/path/99601]
  `)
  await expect(convertChatIds(client, { chat_id_list })).rejects.toMatchObject({
    kind: 'validation',
    issues: [{ path: 'chat_id_list' }],
  })
  expect(sent).toEqual([])
})
