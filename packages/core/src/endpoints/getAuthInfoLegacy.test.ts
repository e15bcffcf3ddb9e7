import { expect, test } from 'vitest'
import { createTestClient } from '../testing/createTestClient.ts'
import { staticToken } from '../token/staticToken.ts'
import { authorization, authorizedCorp } from './fixtures/authorization.ts'
import { getAuthInfoLegacy, type GetAuthInfoLegacyResult } from './getAuthInfoLegacy.ts'

const config = { token: staticToken('test-token', 'suite') }
const params = { auth_corpid: 'wpcorp1', permanent_code: 'a-permanent-code' }
const result: GetAuthInfoLegacyResult = {
  dealer_corp_info: { corpid: 'wpcorp3', corp_name: '远航代理' },
  auth_corp_info: { ...authorizedCorp, corp_ex_name: { name_list: ['晨光', 'M&G'] } },
  auth_info: authorization,
  edition_info: { agent: [{ agentid: 1_000_031, edition_name: '基础版' }] },
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }], config)

  expect(await getAuthInfoLegacy(client, params)).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/service/get_auth_info',
      query: { suite_access_token: 'test-token' },
      token: undefined,
      body: params,
    },
  ])
})

test('behavior: aliases may be a string', async () => {
  const answer = { auth_corp_info: { ...authorizedCorp, corp_ex_name: { name_list: '晨光' } }, auth_info: {} }
  const { client } = createTestClient([answer], config)

  expect(await getAuthInfoLegacy(client, params)).toEqual(answer)
})

test('error: an empty auth_corpid is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([], config)

  await expect(getAuthInfoLegacy(client, { ...params, auth_corpid: '' })).rejects.toMatchObject({
    kind: 'validation',
    issues: [{ path: 'auth_corpid', message: 'must not be empty' }],
  })
  expect(sent).toEqual([])
})
