import { expect, test } from 'vitest'
import { createTestClient } from '../testing/createTestClient.ts'
import { staticToken } from '../token/staticToken.ts'
import { authorization, authorizedCorp } from './fixtures/authorization.ts'
import { getPermanentCodeLegacy, type GetPermanentCodeLegacyResult } from './getPermanentCodeLegacy.ts'

const config = { token: staticToken('test-token', 'suite') }
const params = { auth_code: 'c'.repeat(64) }
const result: GetPermanentCodeLegacyResult = {
  access_token: 'a-token',
  expires_in: 7200,
  permanent_code: 'a-permanent-code',
  dealer_corp_info: { corpid: 'wpcorp3', corp_name: '远航代理' },
  auth_corp_info: authorizedCorp,
  auth_info: authorization,
  auth_user_info: { userid: 'chenjie', open_userid: 'wouser1', name: '陈杰', avatar: 'https://img.test/1.png' },
  register_code_info: { register_code: 'reg-1', template_id: 'tpl-1', state: 'spring' },
  edition_info: { agent: [{ agentid: 1_000_031, edition_name: '基础版' }] },
  state: 'from-poster-7',
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }], config)

  expect(await getPermanentCodeLegacy(client, params)).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/service/get_permanent_code',
      query: { suite_access_token: 'test-token' },
      token: undefined,
      body: params,
    },
  ])
})

test('behavior: a provider-developed app has no token of its own, and unknown values pass', async () => {
  const answer = {
    permanent_code: 'a-permanent-code',
    auth_corp_info: { corpid: 'wpcorp1', corp_name: '晨光文具', corp_type: 'later' },
    auth_info: { agent: [{ agentid: 1, name: '会员助手', auth_mode: 9, is_customized_app: true }] },
  }
  const { client } = createTestClient([answer], config)

  expect(await getPermanentCodeLegacy(client, params)).toEqual(answer)
})

test('error: a code that is too short is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([], config)

  await expect(getPermanentCodeLegacy(client, { auth_code: 'short' })).rejects.toMatchObject({
    kind: 'validation',
    issues: [{ path: 'auth_code', message: 'at least 64 bytes' }],
  })
  expect(sent).toEqual([])
})

test('error: a lost connection is not followed by a second exchange', async () => {
  const { client, sent } = createTestClient([new TypeError('fetch failed')], config)

  await expect(getPermanentCodeLegacy(client, params)).rejects.toMatchObject({ kind: 'network', ambiguous: true })
  expect(sent).toHaveLength(1)
})
