import { expect, test } from 'vitest'
import { createTestClient } from '../testing/createTestClient.ts'
import { staticToken } from '../token/staticToken.ts'
import { authorization } from './fixtures/authorization.ts'
import { getAuthInfo, type GetAuthInfoResult } from './getAuthInfo.ts'

const config = { token: staticToken('test-token', 'suite') }
const params = { auth_corpid: 'wpcorp1', permanent_code: 'a-permanent-code' }
const result: GetAuthInfoResult = {
  dealer_corp_info: { corpid: 'wpcorp3', corp_name: '远航代理' },
  auth_corp_info: {
    corpid: 'wpcorp1',
    corp_name: '晨光文具',
    corp_type: 'unverified',
    corp_square_logo_url: 'https://img.test/corp.png',
    corp_user_max: 300,
    corp_full_name: '上海晨光文具有限公司',
    verified_end_time: 1_830_000_000,
    subject_type: 1,
    corp_scale: '51-100人',
    corp_industry: '零售',
    corp_sub_industry: '文具',
    corp_ex_name: { name_list: '晨光' },
  },
  auth_info: authorization,
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }], config)

  expect(await getAuthInfo(client, params)).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/service/v2/get_auth_info',
      query: { suite_access_token: 'test-token' },
      token: undefined,
      body: params,
    },
  ])
})

test('behavior: aliases may be a list', async () => {
  const answer = { auth_corp_info: { corp_ex_name: { name_list: ['晨光', 'M&G'] } }, auth_info: {} }
  const { client } = createTestClient([answer], config)

  expect(await getAuthInfo(client, params)).toEqual(answer)
})

test('error: a withdrawn authorization', async () => {
  const { client } = createTestClient([{ errcode: 48004, errmsg: 'api forbidden for corp' }], config)

  await expect(getAuthInfo(client, params)).rejects.toMatchObject({ kind: 'api', errcode: 48004 })
})

test('error: an empty permanent_code is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([], config)

  await expect(getAuthInfo(client, { ...params, permanent_code: '' })).rejects.toMatchObject({
    kind: 'validation',
    issues: [{ path: 'permanent_code', message: 'must not be empty' }],
  })
  expect(sent).toEqual([])
})
