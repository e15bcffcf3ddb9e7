import { expect, test } from 'vitest'
import { createTestClient } from '../testing/createTestClient.ts'
import { sampleEndpoint } from '../testing/fixtures/sampleEndpoint.ts'
import { corpToken } from '../token/corpToken.ts'
import type { ClientEvent } from './ClientEvent.ts'

const expired = { errcode: 42001, errmsg: 'access_token expired' }
const token = { errcode: 0, errmsg: 'ok', access_token: 'token-1', expires_in: 7200 }
const ok = { errcode: 0, errmsg: 'ok', value: 1 }

test('default', async () => {
  const events: ClientEvent[] = []
  const { client } = createTestClient([token, expired, { ...token, access_token: 'token-2' }, { value: 'no number' }], {
    token: corpToken({ corpId: 'ww1', secret: 'secret' }),
    onEvent: (event) => events.push(event),
    strict: false,
  })
  await client.request(sampleEndpoint('read'), { id: 'a' })

  const ofCall = events.filter(({ endpoint }) => endpoint === 'sample')
  expect(ofCall.map(({ type }) => type)).toEqual(['request', 'failure', 'refresh', 'request', 'mismatch', 'response'])
  expect(new Set(ofCall.map(({ callId }) => callId)).size).toBe(1)
  expect(ofCall[0]?.callId).toMatch(/^\w{5,}$/)
})

test('behavior: other calls and requests for tokens have their own callId', async () => {
  const events: ClientEvent[] = []
  const { client } = createTestClient([token, ok, ok], {
    token: corpToken({ corpId: 'ww1', secret: 'secret' }),
    onEvent: (event) => events.push(event),
  })
  await client.request(sampleEndpoint('read'), { id: 'a' })
  await client.request(sampleEndpoint('read'), { id: 'a' })

  const requests = events.filter(({ type }) => type === 'request')
  expect(requests.map(({ endpoint }) => endpoint)).toEqual(['getAccessToken', 'sample', 'sample'])
  expect(new Set(requests.map(({ callId }) => callId)).size).toBe(3)
})
