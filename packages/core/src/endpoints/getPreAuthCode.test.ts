import { expect, test } from 'vitest'
import { createTestClient } from '../testing/createTestClient.ts'
import { staticToken } from '../token/staticToken.ts'
import { getPreAuthCode } from './getPreAuthCode.ts'

const config = { token: staticToken('test-token', 'suite') }
const result = { pre_auth_code: 'a-pre-auth-code', expires_in: 1200 }

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }], config)

  expect(await getPreAuthCode(client)).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'GET',
      path: '/cgi-bin/service/get_pre_auth_code',
      query: { suite_access_token: 'test-token' },
      token: undefined,
    },
  ])
})

test('error: a lost connection is not followed by a second code', async () => {
  const { client, sent } = createTestClient([new TypeError('fetch failed')], config)

  await expect(getPreAuthCode(client)).rejects.toMatchObject({ kind: 'network', ambiguous: true })
  expect(sent).toHaveLength(1)
})

test("error: a corp's token is refused before anything is sent", async () => {
  const { client, sent } = createTestClient([], { token: staticToken('test-token', 'corp') })

  await expect(getPreAuthCode(client)).rejects.toMatchObject({ kind: 'validation' })
  expect(sent).toEqual([])
})
