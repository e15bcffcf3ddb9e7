import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { listMomentSendResults, type ListMomentSendResultsResult } from './listMomentSendResults.ts'

const result: ListMomentSendResultsResult = {
  customer_list: [{ external_userid: 'wm1' }, { external_userid: 'wo2' }],
  next_cursor: 'page-2',
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])
  const params = { moment_id: 'mom-7', userid: 'chenjie', cursor: 'page-1', limit: 2 }

  expect(await listMomentSendResults(client, params)).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/get_moment_send_result',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('behavior: a limit above 5000 is sent, since WeCom takes it for the default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', customer_list: [], next_cursor: '' }])

  await listMomentSendResults(client, { moment_id: 'mom-7', userid: 'chenjie', cursor: undefined, limit: 5001 })

  expect(sent[0]?.body).toEqual({ moment_id: 'mom-7', userid: 'chenjie', limit: 5001 })
})

test('error: an empty userid is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(listMomentSendResults(client, { moment_id: 'mom-7', userid: '' })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: listMomentSendResults failed: userid: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/get_moment_send_result
    Docs: https://developer.work.weixin.qq.com/document/path/93333]
  `)
  expect(sent).toEqual([])
})

test('error: another member published the moment', async () => {
  const { client } = createTestClient([{ errcode: 41061, errmsg: 'invalid moment sender, hint: [3107]' }])

  await expect(listMomentSendResults(client, { moment_id: 'mom-8', userid: 'wangfang' })).rejects.toMatchObject({
    kind: 'api',
    errcode: 41061,
  })
})
