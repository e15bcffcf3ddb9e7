import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { convertToServiceExternalUserid } from './convertToServiceExternalUserid.ts'

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', external_userid: 'wm-of-provider' }])

  expect(await convertToServiceExternalUserid(client, { external_userid: 'wm1' })).toEqual({
    external_userid: 'wm-of-provider',
  })
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/to_service_external_userid',
      query: {},
      token: 'test-token',
      body: { external_userid: 'wm1' },
    },
  ])
})

test('error: an empty id is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(convertToServiceExternalUserid(client, { external_userid: '' })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: convertToServiceExternalUserid failed: external_userid: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/to_service_external_userid
    Docs: https://developer.work.weixin.qq.com/document/path/95195]
  `)
  expect(sent).toEqual([])
})

test('error: the corp has no third-party app of this provider', async () => {
  const { client } = createTestClient([{ errcode: 610020, errmsg: 'app not installed, hint: [3205]' }])

  await expect(convertToServiceExternalUserid(client, { external_userid: 'wm1' })).rejects.toMatchObject({
    kind: 'api',
    errcode: 610020,
  })
})
