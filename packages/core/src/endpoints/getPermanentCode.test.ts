import { expect, test } from 'vitest'
import { createTestClient } from '../testing/createTestClient.ts'
import { staticToken } from '../token/staticToken.ts'
import { getPermanentCode, type GetPermanentCodeResult } from './getPermanentCode.ts'

const config = { token: staticToken('test-token', 'suite') }
const params = { auth_code: 'c'.repeat(64) }
const result: GetPermanentCodeResult = {
  permanent_code: 'a-permanent-code',
  auth_corp_info: { corpid: 'wpcorp1', corp_name: '晨光文具' },
  auth_user_info: { userid: 'chenjie', open_userid: 'wouser1', name: '陈杰', avatar: 'https://img.test/1.png' },
  register_code_info: { register_code: 'reg-1', template_id: 'tpl-1', state: 'spring' },
  state: 'from-poster-7',
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }], config)

  expect(await getPermanentCode(client, params)).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/service/v2/get_permanent_code',
      query: { suite_access_token: 'test-token' },
      token: undefined,
      body: params,
    },
  ])
})

test('behavior: an answer without errcode, user and QR code is success', async () => {
  const { permanent_code, auth_corp_info } = result
  const { client } = createTestClient([{ permanent_code, auth_corp_info }], config)

  expect(await getPermanentCode(client, params)).toEqual({ permanent_code, auth_corp_info })
})

test('error: a code that is too short is refused, and not repeated in the message', async () => {
  const { client, sent } = createTestClient([], config)

  await expect(getPermanentCode(client, { auth_code: 'c'.repeat(63) })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: getPermanentCode failed: auth_code: at least 64 bytes; nothing was sent

    Endpoint: POST /cgi-bin/service/v2/get_permanent_code
    Docs: https://developer.work.weixin.qq.com/document/path/100776]
  `)
  await expect(getPermanentCode(client, { auth_code: 'c'.repeat(513) })).rejects.toMatchObject({
    issues: [{ path: 'auth_code', message: 'at most 512 bytes' }],
  })
  expect(sent).toEqual([])
})

test('error: a lost connection is not followed by a second exchange', async () => {
  const { client, sent } = createTestClient([new TypeError('fetch failed')], config)

  await expect(getPermanentCode(client, params)).rejects.toMatchObject({ kind: 'network', ambiguous: true })
  expect(sent).toHaveLength(1)
})
