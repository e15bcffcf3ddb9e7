import { expect, test } from 'vitest'
import { sampleEndpoint } from '../testing/fixtures/sampleEndpoint.ts'
import { staticToken } from '../token/staticToken.ts'
import { createClient } from './createClient.ts'
import type { ClientConfig } from './types.ts'

test('behavior: a path as baseUrl is used as it is, for pages of the same origin', async () => {
  const urls: unknown[] = []
  const client = createClient({
    token: staticToken('tok'),
    baseUrl: '/wecom/',
    fetch: async (input) => {
      urls.push(input)
      return Response.json({ errcode: 0, value: 1 })
    },
  })
  await client.request(sampleEndpoint('read'), { id: 'a' })

  expect(urls).toEqual(['/wecom/cgi-bin/sample?access_token=tok'])
})

test('error: a userAgent that is not allowed in a header', () => {
  expect(() => createClient({ token: staticToken('tok'), userAgent: '客户管理/2.1' })).toThrow(
    new TypeError('createClient: userAgent must be Latin-1'),
  )
})

test('error: options in a prototype, which the client would not use', () => {
  const options = Object.create({ token: staticToken('tok') }) as ClientConfig

  expect(() => createClient(options)).toThrow('createClient: token must be a token source')
})

test.each([[undefined], ['tok'], [{ corpId: 'ww1', secret: 's3cret' }], [async () => 'tok']])(
  'error: %j in the place of a token source',
  (token) => {
    expect(() => createClient({ token: token as never })).toThrow(
      new TypeError('createClient: token must be a token source, e.g. corpToken({ corpId, secret })'),
    )
  },
)
