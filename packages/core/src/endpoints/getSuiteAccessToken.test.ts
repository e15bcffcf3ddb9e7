import { expect, test } from 'vitest'
import { createTestClient } from '../testing/createTestClient.ts'
import { getSuiteAccessToken } from './getSuiteAccessToken.ts'

const params = { suite_id: 'a-suite_id', suite_secret: 'a-suite_secret', suite_ticket: 'a-suite_ticket' }
const result = { suite_access_token: 'a-suite_access_token', expires_in: 7200 }

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await getSuiteAccessToken(client, params)).toEqual(result)
  expect(sent).toEqual([
    { method: 'POST', path: '/cgi-bin/service/get_suite_token', query: {}, token: undefined, body: params },
  ])
})

test('behavior: an answer without errcode is success', async () => {
  const { client } = createTestClient([result])

  expect(await getSuiteAccessToken(client, params)).toEqual(result)
})

test('error: an empty suite_id is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(getSuiteAccessToken(client, { ...params, suite_id: '' })).rejects.toMatchObject({
    kind: 'validation',
    issues: [{ path: 'suite_id', message: 'must not be empty' }],
  })
  expect(sent).toEqual([])
})
