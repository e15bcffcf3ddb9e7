import { expect, test } from 'vitest'
import { createTestClient } from '../testing/createTestClient.ts'
import { staticToken } from '../token/staticToken.ts'
import { setSessionInfo, type SetSessionInfoParams } from './setSessionInfo.ts'

const config = { token: staticToken('test-token', 'suite') }
const params: SetSessionInfoParams = {
  pre_auth_code: 'a-pre-auth-code',
  session_info: { appid: [1, 4], auth_type: 1 },
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }], config)

  expect(await setSessionInfo(client, params)).toEqual({})
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/service/set_session_info',
      query: { suite_access_token: 'test-token' },
      token: undefined,
      body: params,
    },
  ])
})

test('behavior: settings that are undefined are not sent', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }], config)

  await setSessionInfo(client, { ...params, session_info: { appid: undefined, auth_type: 0 } })

  expect(sent[0]?.body).toEqual({ pre_auth_code: 'a-pre-auth-code', session_info: { auth_type: 0 } })
})

test('error: an empty code is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([], config)

  await expect(setSessionInfo(client, { ...params, pre_auth_code: '' })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: setSessionInfo failed: pre_auth_code: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/service/set_session_info
    Docs: https://developer.work.weixin.qq.com/document/path/90602]
  `)
  expect(sent).toEqual([])
})
