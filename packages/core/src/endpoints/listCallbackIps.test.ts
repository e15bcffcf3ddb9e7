import { expect, test } from 'vitest'
import { createTestClient } from '../testing/createTestClient.ts'
import { listCallbackIps } from './listCallbackIps.ts'

test('default', async () => {
  const result = { ip_list: ['182.254.11.*', '182.254.78.66'] }
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await listCallbackIps(client)).toEqual(result)
  expect(sent).toEqual([{ method: 'GET', path: '/cgi-bin/getcallbackip', query: {}, token: 'test-token' }])
})

test('behavior: an answer without errcode is success', async () => {
  const { client } = createTestClient([{ ip_list: [] }])

  expect(await listCallbackIps(client)).toEqual({ ip_list: [] })
})

test('error: an answer to a bad token has an empty list, which is not a result', async () => {
  const { client } = createTestClient([{ errcode: 40014, errmsg: 'invalid access_token', ip_list: [] }])

  await expect(listCallbackIps(client)).rejects.toMatchObject({ kind: 'api', errcode: 40014 })
})
