import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import {
  convertUnionidToCorpGroupExternalUserids,
  type ConvertUnionidToCorpGroupExternalUseridsResult,
} from './convertUnionidToCorpGroupExternalUserids.ts'

const wechatUser = { unionid: 'union-of-zhoumin', openid: 'open-of-zhoumin' }

const result: ConvertUnionidToCorpGroupExternalUseridsResult = {
  external_userid_info: [
    { corpid: 'ww2', external_userid: 'wm1' },
    { corpid: 'ww3', external_userid: 'wm7' },
  ],
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])
  const params = { ...wechatUser, corpid: 'ww2', mass_call_ticket: 'ticket-1' }

  expect(await convertUnionidToCorpGroupExternalUserids(client, params)).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/corpgroup/unionid_to_external_userid',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('behavior: corp and ticket that are undefined are not sent', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  await convertUnionidToCorpGroupExternalUserids(client, {
    ...wechatUser,
    corpid: undefined,
    mass_call_ticket: undefined,
  })

  expect(sent[0]?.body).toEqual(wechatUser)
})

test('error: empty ids are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(convertUnionidToCorpGroupExternalUserids(client, { unionid: '', openid: '' })).rejects
    .toMatchInlineSnapshot(`
    [WeComValidationError: convertUnionidToCorpGroupExternalUserids failed: unionid: must not be empty; openid: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/corpgroup/unionid_to_external_userid
    Docs: https://developer.work.weixin.qq.com/document/path/95818]
  `)
  expect(sent).toEqual([])
})

test('error: the quota is used up', async () => {
  const { client, sent } = createTestClient([{ errcode: 45009, errmsg: 'api freq out of limit, hint: [3210]' }])

  await expect(convertUnionidToCorpGroupExternalUserids(client, wechatUser)).rejects.toMatchObject({
    kind: 'api',
    errcode: 45009,
  })
  expect(sent).toHaveLength(1)
})
