import { expect, test } from 'vitest'
import { createTestClient } from '../testing/createTestClient.ts'
import { staticToken } from '../token/staticToken.ts'
import { getCorpAccessToken } from './getCorpAccessToken.ts'

const config = { token: staticToken('test-token', 'suite') }
const params = { auth_corpid: 'ww1', permanent_code: 'a-permanent-code' }
const result = { access_token: 'a-token', expires_in: 7200 }

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }], config)

  expect(await getCorpAccessToken(client, params)).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/service/get_corp_token',
      query: { suite_access_token: 'test-token' },
      token: undefined,
      body: params,
    },
  ])
})

test('behavior: an answer without errcode is success', async () => {
  const { client } = createTestClient([result], config)

  expect(await getCorpAccessToken(client, params)).toEqual(result)
})

test('error: an empty auth_corpid is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([], config)

  await expect(getCorpAccessToken(client, { ...params, auth_corpid: '' })).rejects.toMatchObject({
    kind: 'validation',
    issues: [{ path: 'auth_corpid', message: 'must not be empty' }],
  })
  expect(sent).toEqual([])
})
