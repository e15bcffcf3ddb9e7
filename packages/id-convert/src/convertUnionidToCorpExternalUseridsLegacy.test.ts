import { staticToken } from '@wecom/core'
import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import {
  convertUnionidToCorpExternalUseridsLegacy,
  type ConvertUnionidToCorpExternalUseridsLegacyResult,
} from './convertUnionidToCorpExternalUseridsLegacy.ts'

const token = staticToken('test-token', 'suite')
const wechatUser = { unionid: 'union-of-zhoumin', openid: 'open-of-zhoumin' }

const result: ConvertUnionidToCorpExternalUseridsLegacyResult = {
  external_userid_info: [
    { corpid: 'ww1', external_userid: 'wm1' },
    { corpid: 'ww2', external_userid: 'wm7' },
  ],
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }], { token })

  expect(await convertUnionidToCorpExternalUseridsLegacy(client, { ...wechatUser, corpid: 'ww1' })).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/service/externalcontact/unionid_to_external_userid_3rd',
      query: { suite_access_token: 'test-token' },
      body: { ...wechatUser, corpid: 'ww1' },
    },
  ])
})

test('behavior: an undefined corp is not sent', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }], { token })

  await convertUnionidToCorpExternalUseridsLegacy(client, { ...wechatUser, corpid: undefined })

  expect(sent[0]?.body).toEqual(wechatUser)
})

test('error: an empty unionid is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([], { token })

  await expect(convertUnionidToCorpExternalUseridsLegacy(client, { ...wechatUser, unionid: '' })).rejects
    .toMatchInlineSnapshot(`
    [WeComValidationError: convertUnionidToCorpExternalUseridsLegacy failed: unionid: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/service/externalcontact/unionid_to_external_userid_3rd
    Docs: https://developer.work.weixin.qq.com/document/path/95878]
  `)
  expect(sent).toEqual([])
})
