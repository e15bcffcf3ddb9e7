import { expect, test } from 'vitest'
import { createTestClient } from '../testing/createTestClient.ts'
import { listApiDomainIps } from './listApiDomainIps.ts'

test('default', async () => {
  const result = { ip_list: ['182.254.11.176', '182.254.78.66'] }
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await listApiDomainIps(client)).toEqual(result)
  expect(sent).toEqual([{ method: 'GET', path: '/cgi-bin/get_api_domain_ip', query: {}, token: 'test-token' }])
})

test('behavior: an answer without errcode is success', async () => {
  const { client } = createTestClient([{ ip_list: [] }])

  expect(await listApiDomainIps(client)).toEqual({ ip_list: [] })
})

test('error: an answer to a bad token has an empty list, which is not a result', async () => {
  const { client } = createTestClient([{ errcode: 40014, errmsg: 'invalid access_token', ip_list: [] }])

  await expect(listApiDomainIps(client)).rejects.toMatchObject({ kind: 'api', errcode: 40014 })
})
