import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { convertUnionidToExternalUseridLegacy } from './convertUnionidToExternalUseridLegacy.ts'

const params = { unionid: 'union-of-zhoumin', openid: 'open-of-zhoumin' }

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', external_userid: 'wm1' }])

  expect(await convertUnionidToExternalUseridLegacy(client, params)).toEqual({ external_userid: 'wm1' })
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/unionid_to_external_userid',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('error: an empty openid is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(convertUnionidToExternalUseridLegacy(client, { ...params, openid: '' })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: convertUnionidToExternalUseridLegacy failed: openid: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/unionid_to_external_userid
    Docs: https://developer.work.weixin.qq.com/document/path/93274]
  `)
  expect(sent).toEqual([])
})

test('error: the mini program belongs to somebody else', async () => {
  const { client } = createTestClient([{ errcode: 610017, errmsg: 'subject mismatch, hint: [3203]' }])

  await expect(convertUnionidToExternalUseridLegacy(client, params)).rejects.toMatchObject({
    kind: 'api',
    errcode: 610017,
  })
})
