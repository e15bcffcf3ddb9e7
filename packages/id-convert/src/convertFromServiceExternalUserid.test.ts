import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { convertFromServiceExternalUserid } from './convertFromServiceExternalUserid.ts'

const params = { external_userid: 'wm-of-provider', source_agentid: 1_000_012 }

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', external_userid: 'wm1' }])

  expect(await convertFromServiceExternalUserid(client, params)).toEqual({ external_userid: 'wm1' })
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/from_service_external_userid',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('error: an empty id and an agentid that is no integer are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(convertFromServiceExternalUserid(client, { external_userid: '', source_agentid: 1.5 })).rejects
    .toMatchInlineSnapshot(`
    [WeComValidationError: convertFromServiceExternalUserid failed: external_userid: must not be empty; source_agentid: Invalid integer: Received 1.5; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/from_service_external_userid
    Docs: https://developer.work.weixin.qq.com/document/path/95884]
  `)
  expect(sent).toEqual([])
})

test('error: the id does not come from that app', async () => {
  const { client } = createTestClient([{ errcode: 40096, errmsg: 'invalid external userid, hint: [3206]' }])

  await expect(convertFromServiceExternalUserid(client, params)).rejects.toMatchObject({ kind: 'api', errcode: 40096 })
})
