import { expect, test, vi } from 'vitest'
import { createTestClient } from '../testing/createTestClient.ts'
import { sampleEndpoint } from '../testing/fixtures/sampleEndpoint.ts'
import { authorizedCorpToken } from './authorizedCorpToken.ts'
import { providerToken } from './providerToken.ts'
import { suiteToken } from './suiteToken.ts'

const ok = { errcode: 0, errmsg: 'ok', value: 1 }
const suiteAnswer = { suite_access_token: 'suite-token', expires_in: 7200 }
const newSuite = (tickets: string[] = ['ticket-1']) =>
  suiteToken({ suiteId: 'wx1', suiteSecret: 's3cret', ticket: () => tickets.shift() ?? 'no more' })

test('suiteToken: exchanges the ticket and sends the token in its own field', async () => {
  const { client, sent } = createTestClient([suiteAnswer, ok, ok], { token: newSuite() })
  await client.request(sampleEndpoint('read', { token: 'suite' }), { id: 'a' })
  await client.request(sampleEndpoint('read', { token: 'suite' }), { id: 'a' })

  expect(sent.map(({ path, query, body }) => ({ path, query, body }))).toEqual([
    {
      path: '/cgi-bin/service/get_suite_token',
      query: {},
      body: { suite_id: 'wx1', suite_secret: 's3cret', suite_ticket: 'ticket-1' },
    },
    { path: '/cgi-bin/sample', query: { suite_access_token: 'suite-token' }, body: { id: 'a' } },
    { path: '/cgi-bin/sample', query: { suite_access_token: 'suite-token' }, body: { id: 'a' } },
  ])
})

test('suiteToken: replaces a rejected token with the newest ticket', async () => {
  const answers = [suiteAnswer, { errcode: 42009, errmsg: 'suite_access_token expired' }, suiteAnswer, ok]
  const { client, sent } = createTestClient(answers, { token: newSuite(['ticket-1', 'ticket-2']) })
  await client.request(sampleEndpoint('send', { token: 'suite' }), { id: 'a' })

  expect(sent[2]?.body).toMatchObject({ suite_ticket: 'ticket-2' })
})

test('authorizedCorpToken: requests the token of the app in a corp with the token of the suite', async () => {
  const token = authorizedCorpToken({ corpId: 'ww1', permanentCode: 'p3rmanent', suite: newSuite() })
  const { client, sent } = createTestClient([suiteAnswer, { access_token: 'corp-token', expires_in: 7200 }, ok], {
    token,
  })
  await client.request(sampleEndpoint('read'), { id: 'a' })

  expect(sent.map(({ path, query, token: sentToken, body }) => ({ path, query, token: sentToken, body }))).toEqual([
    expect.objectContaining({ path: '/cgi-bin/service/get_suite_token' }),
    {
      path: '/cgi-bin/service/get_corp_token',
      query: { suite_access_token: 'suite-token' },
      token: undefined,
      body: { auth_corpid: 'ww1', permanent_code: 'p3rmanent' },
    },
    { path: '/cgi-bin/sample', query: {}, token: 'corp-token', body: { id: 'a' } },
  ])
})

test('authorizedCorpToken: requests a token for a withdrawn authorization once', async () => {
  const token = authorizedCorpToken({ corpId: 'ww1', permanentCode: 'p3rmanent', suite: newSuite() })
  const { client, sent } = createTestClient([suiteAnswer, { errcode: 48004, errmsg: 'auth invalid' }], { token })

  await expect(client.request(sampleEndpoint('read'), { id: 'a' })).rejects.toMatchObject({ errcode: 48004 })
  await expect(client.request(sampleEndpoint('read'), { id: 'a' })).rejects.toMatchObject({ errcode: 48004 })
  expect(sent).toHaveLength(2)
})

test.each([
  ['suite', newSuite()],
  ['provider', providerToken({ corpId: 'ww1', secret: 's3cret' })],
] as const)('%sToken: a call that is aborted ends the request for its token', async (kind, token) => {
  const controller = new AbortController()
  const requested = Promise.withResolvers<AbortSignal | undefined>()
  const hang = (_request: unknown, signal: AbortSignal | undefined): Promise<never> => {
    requested.resolve(signal)
    return new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
  }
  const { client } = createTestClient([hang], { token })
  const call = client.request(sampleEndpoint('read', { token: kind }), { id: 'a' }, { signal: controller.signal })
  const signal = await requested.promise
  expect(signal?.aborted).toBe(false)
  controller.abort()

  await expect(call).rejects.toMatchObject({ kind: 'abort' })
  await vi.waitFor(() => expect(signal?.aborted).toBe(true), 20_000)
})

test('providerToken: requests the token of the provider', async () => {
  const token = providerToken({ corpId: 'ww1', secret: 's3cret' })
  const { client, sent } = createTestClient([{ provider_access_token: 'provider-token', expires_in: 7200 }, ok], {
    token,
  })
  await client.request(sampleEndpoint('read', { token: 'provider' }), { id: 'a' })

  expect(sent.map(({ path, query, body }) => ({ path, query, body }))).toEqual([
    {
      path: '/cgi-bin/service/get_provider_token',
      query: {},
      body: { corpid: 'ww1', provider_secret: 's3cret' },
    },
    { path: '/cgi-bin/sample', query: { provider_access_token: 'provider-token' }, body: { id: 'a' } },
  ])
})
