import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { convertExternalUseridToOpenid } from './convertExternalUseridToOpenid.ts'

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', openid: 'open-of-zhoumin' }])

  expect(await convertExternalUseridToOpenid(client, { external_userid: 'wm1' })).toEqual({ openid: 'open-of-zhoumin' })
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/convert_to_openid',
      query: {},
      token: 'test-token',
      body: { external_userid: 'wm1' },
    },
  ])
})

test('error: an empty id is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(convertExternalUseridToOpenid(client, { external_userid: '' })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: convertExternalUseridToOpenid failed: external_userid: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/convert_to_openid
    Docs: https://developer.work.weixin.qq.com/document/path/92323]
  `)
  expect(sent).toEqual([])
})

test('error: the contact is no WeChat user', async () => {
  const { client } = createTestClient([{ errcode: 41056, errmsg: 'external id type invalid, hint: [3204]' }])

  await expect(convertExternalUseridToOpenid(client, { external_userid: 'wo1' })).rejects.toMatchObject({
    kind: 'api',
    errcode: 41056,
  })
})
