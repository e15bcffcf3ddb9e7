import { expect, test } from 'vitest'
import { createTestClient } from '../testing/createTestClient.ts'
import { getAccessToken } from './getAccessToken.ts'

test('default', async () => {
  const result = { access_token: 'a-token', expires_in: 7200 }
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await getAccessToken(client, { corpid: 'ww1', corpsecret: 'a secret/+' })).toEqual(result)
  expect(sent).toEqual([
    { method: 'GET', path: '/cgi-bin/gettoken', query: { corpid: 'ww1', corpsecret: 'a secret/+' }, token: undefined },
  ])
})

test('error: a missing secret is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(getAccessToken(client, { corpid: 'ww1', corpsecret: '' })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: getAccessToken failed: corpsecret: must not be empty; nothing was sent

    Endpoint: GET /cgi-bin/gettoken
    Docs: https://developer.work.weixin.qq.com/document/path/91039]
  `)
  expect(sent).toEqual([])
})

test('error: a wrong secret', async () => {
  const { client } = createTestClient([{ errcode: 40001, errmsg: 'invalid credential' }])

  await expect(getAccessToken(client, { corpid: 'ww1', corpsecret: 's3cret' })).rejects.toMatchObject({
    errcode: 40001,
  })
})
