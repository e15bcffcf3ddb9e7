import { expect, test } from 'vitest'
import { createTestClient } from '../testing/createTestClient.ts'
import { getProviderAccessToken } from './getProviderAccessToken.ts'

const params = { corpid: 'a-corpid', provider_secret: 'a-provider_secret' }
const result = { provider_access_token: 'a-provider_access_token', expires_in: 7200 }

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await getProviderAccessToken(client, params)).toEqual(result)
  expect(sent).toEqual([
    { method: 'POST', path: '/cgi-bin/service/get_provider_token', query: {}, token: undefined, body: params },
  ])
})

test('behavior: an answer without errcode is success', async () => {
  const { client } = createTestClient([result])

  expect(await getProviderAccessToken(client, params)).toEqual(result)
})

test('error: an empty corpid is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(getProviderAccessToken(client, { ...params, corpid: '' })).rejects.toMatchObject({
    kind: 'validation',
    issues: [{ path: 'corpid', message: 'must not be empty' }],
  })
  expect(sent).toEqual([])
})
