import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import {
  getContactTransferResultLegacy,
  type GetContactTransferResultLegacyResult,
} from './getContactTransferResultLegacy.ts'

const params = { external_userid: 'wm1', handover_userid: 'chenjie', takeover_userid: 'wangfang' }

const result: GetContactTransferResultLegacyResult = { status: 2, takeover_time: 1_767_312_000 }

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await getContactTransferResultLegacy(client, params)).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/get_transfer_result',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('error: an empty id is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(getContactTransferResultLegacy(client, { ...params, external_userid: '' })).rejects
    .toMatchInlineSnapshot(`
    [WeComValidationError: getContactTransferResultLegacy failed: external_userid: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/get_transfer_result
    Docs: https://developer.work.weixin.qq.com/document/path/92973]
  `)
  expect(sent).toEqual([])
})
