import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { convertUnionidToExternalUserid } from './convertUnionidToExternalUserid.ts'

const wechatUser = { unionid: 'union-of-zhoumin', openid: 'open-of-zhoumin' }

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', external_userid: 'wm1', pending_id: '' }])
  const params = { ...wechatUser, subject_type: 1, mass_call_ticket: 'ticket-1' } as const

  expect(await convertUnionidToExternalUserid(client, params)).toEqual({ external_userid: 'wm1', pending_id: '' })
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/idconvert/unionid_to_external_userid',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('behavior: a person who is no customer yet has a pending_id', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', pending_id: 'pending-1' }])

  expect(
    await convertUnionidToExternalUserid(client, {
      ...wechatUser,
      subject_type: undefined,
      mass_call_ticket: undefined,
    }),
  ).toEqual({ pending_id: 'pending-1' })
  expect(sent[0]?.body).toEqual(wechatUser)
})

test('error: empty ids are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(convertUnionidToExternalUserid(client, { unionid: '', openid: '' })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: convertUnionidToExternalUserid failed: unionid: must not be empty; openid: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/idconvert/unionid_to_external_userid
    Docs: https://developer.work.weixin.qq.com/document/path/95926]
  `)
  expect(sent).toEqual([])
})

test('error: an unknown subject is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])
  const subject_type = 2 as 0 | 1

  await expect(convertUnionidToExternalUserid(client, { ...wechatUser, subject_type })).rejects.toMatchObject({
    kind: 'validation',
    issues: [{ path: 'subject_type' }],
  })
  expect(sent).toEqual([])
})

test('error: unionid and openid do not belong together', async () => {
  const { client } = createTestClient([{ errcode: 610018, errmsg: 'openid and unionid mismatch, hint: [3201]' }])

  await expect(convertUnionidToExternalUserid(client, wechatUser)).rejects.toMatchInlineSnapshot(`
    [WeComApiError: convertUnionidToExternalUserid failed: 610018 openid and unionid mismatch

    Endpoint: POST /cgi-bin/idconvert/unionid_to_external_userid
    Errcode: https://developer.work.weixin.qq.com/document/path/90313#错误码：610018
    Hint: 3201
    Docs: https://developer.work.weixin.qq.com/document/path/95926]
  `)
})
