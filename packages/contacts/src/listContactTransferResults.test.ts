import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { listContactTransferResults, type ListContactTransferResultsResult } from './listContactTransferResults.ts'

const params = { handover_userid: 'chenjie', takeover_userid: 'wangfang' }

const result: ListContactTransferResultsResult = {
  customer: [
    { external_userid: 'wm1', status: 1, takeover_time: 1_767_225_600 },
    { external_userid: 'wm2', status: 3, takeover_time: 0 },
  ],
  next_cursor: 'page-2',
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await listContactTransferResults(client, { ...params, cursor: 'page-1' })).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/transfer_result',
      query: {},
      token: 'test-token',
      body: { ...params, cursor: 'page-1' },
    },
  ])
})

test('behavior: a status added later comes through', async () => {
  const later = { customer: [{ external_userid: 'wm1', status: 6, takeover_time: 0 }] }
  const { client } = createTestClient([{ errcode: 0, errmsg: 'ok', ...later }])

  expect(await listContactTransferResults(client, params)).toEqual(later)
})

test('error: an empty userid is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(listContactTransferResults(client, { ...params, takeover_userid: '' })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: listContactTransferResults failed: takeover_userid: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/transfer_result
    Docs: https://developer.work.weixin.qq.com/document/path/94088]
  `)
  expect(sent).toEqual([])
})
