import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import {
  convertExternalUseridsToPendingIds,
  type ConvertExternalUseridsToPendingIdsResult,
} from './convertExternalUseridsToPendingIds.ts'

const result: ConvertExternalUseridsToPendingIdsResult = {
  result: [{ external_userid: 'wm2', pending_id: 'pending-2' }],
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])
  const params = { external_userid: ['wm1', 'wm2'], chat_id: 'wr1' }

  expect(await convertExternalUseridsToPendingIds(client, params)).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/idconvert/batch/external_userid_to_pending_id',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('behavior: a group that is undefined is not sent, and it may be that nothing is found', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', result: [] }])

  expect(await convertExternalUseridsToPendingIds(client, { external_userid: ['wm1'], chat_id: undefined })).toEqual({
    result: [],
  })
  expect(sent[0]?.body).toEqual({ external_userid: ['wm1'] })
})

test('error: no ids, an empty one and too many are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])
  const tooMany = Array.from({ length: 101 }, (_, index) => `wm${index}`)

  await expect(convertExternalUseridsToPendingIds(client, { external_userid: [] })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: convertExternalUseridsToPendingIds failed: external_userid: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/idconvert/batch/external_userid_to_pending_id
    Docs: https://developer.work.weixin.qq.com/document/path/95926]
  `)
  await expect(convertExternalUseridsToPendingIds(client, { external_userid: [''] })).rejects.toMatchObject({
    kind: 'validation',
    issues: [{ path: 'external_userid[0]' }],
  })
  await expect(convertExternalUseridsToPendingIds(client, { external_userid: tooMany })).rejects.toMatchObject({
    kind: 'validation',
    issues: [{ path: 'external_userid' }],
  })
  expect(sent).toEqual([])
})

test('error: no member in the visible range has one of the customers', async () => {
  const { client } = createTestClient([{ errcode: 40096, errmsg: 'invalid external userid, hint: [3202]' }])

  await expect(convertExternalUseridsToPendingIds(client, { external_userid: ['wm9'] })).rejects.toMatchObject({
    kind: 'api',
    errcode: 40096,
  })
})
