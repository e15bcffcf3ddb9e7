import { expect, test } from 'vitest'
import { createTestClient } from '../testing/createTestClient.ts'
import { sampleEndpoint } from '../testing/fixtures/sampleEndpoint.ts'
import { proxied } from './proxied.ts'
import { staticToken } from './staticToken.ts'

const ok = { errcode: 0, errmsg: 'ok', value: 1 }

test('staticToken: a function returns the current token', async () => {
  const tokens = ['a', 'b']
  const { client, sent } = createTestClient([ok, ok], { token: staticToken(async () => tokens.shift() ?? '') })
  await client.request(sampleEndpoint('read'), { id: 'a' })
  await client.request(sampleEndpoint('read'), { id: 'a' })

  expect(sent.map(({ token }) => token)).toEqual(['a', 'b'])
})

test('staticToken: each kind has its own field', async () => {
  const { client, sent } = createTestClient([ok], { token: staticToken('s', 'suite') })
  await client.request(sampleEndpoint('read', { token: 'suite' }), { id: 'a' })

  expect(sent[0]).toMatchObject({ query: { suite_access_token: 's' }, token: undefined })
})

test('proxied: sends headers and no token, to any endpoint', async () => {
  const { client, sent, headers } = createTestClient([ok, ok], { token: proxied({ headers: { 'x-session': 'v1' } }) })
  await client.request(sampleEndpoint('read'), { id: 'a' })
  await client.request(sampleEndpoint('read', { token: 'suite' }), { id: 'a' })

  expect(sent.map(({ query, token }) => ({ query, token }))).toEqual([
    { query: {}, token: undefined },
    { query: {}, token: undefined },
  ])
  expect(headers[0]?.get('x-session')).toBe('v1')
})

test('proxied: headers may come from a function, and may be left out', async () => {
  let count = 0
  const { client, headers } = createTestClient([ok, ok], {
    token: proxied({ headers: async () => ({ 'x-session': `v${++count}` }) }),
  })
  await client.request(sampleEndpoint('read'), { id: 'a' })
  await client.request(sampleEndpoint('read'), { id: 'a' })
  expect(headers.map((each) => each.get('x-session'))).toEqual(['v1', 'v2'])

  const plain = createTestClient([ok], { token: proxied() })
  expect(await plain.client.request(sampleEndpoint('read'), { id: 'a' })).toEqual({ value: 1 })
})

test('peek: headers that a wrapper of the source adds are kept', async () => {
  const base = { kind: 'corp', get: async () => ({ query: { access_token: 'a' } }) } as const
  const wrapper = {
    ...base,
    get: async () => ({ ...(await base.get()), headers: { 'x-gateway': 'key' } }),
    peek: () => ({ query: { access_token: 'b' } }),
  }
  const { client, sent, headers } = createTestClient([ok], { token: wrapper })
  await client.request(sampleEndpoint('read'), { id: 'a' })

  expect(sent[0]?.token).toBe('b')
  expect(headers[0]?.get('x-gateway')).toBe('key')
})
