import { inspect } from 'node:util'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createClient } from '../client/createClient.ts'
import type { Client } from '../client/types.ts'
import { sampleEndpoint } from '../testing/fixtures/sampleEndpoint.ts'
import { corpToken } from '../token/corpToken.ts'
import { staticToken } from '../token/staticToken.ts'
import type { Transport, TransportRequest, TransportResponse } from './Transport.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Creates a transport that does not use `fetch`. `requests` lists the requests that the transport received. */
function ownTransport(answer: (request: TransportRequest) => string | Promise<string>): {
  transport: Transport
  requests: TransportRequest[]
} {
  const requests: TransportRequest[] = []
  const send = async (request: TransportRequest): Promise<TransportResponse> => {
    requests.push(request)
    const text = await answer(request)
    return {
      status: 200,
      headers: new Headers(),
      body: null,
      text: async (maxBytes) => (text.length > maxBytes ? undefined : text),
    }
  }
  return { transport: { send }, requests }
}

const connect = (transport: Transport): Client =>
  createClient({
    token: staticToken('tok'),
    baseUrl: 'http://wecom.test',
    transport,
    retry: false,
    userAgent: 'acme/1',
  })

test('default', async () => {
  const { transport, requests } = ownTransport(() => '{"errcode":0,"value":1}')

  expect(await connect(transport).request(sampleEndpoint('send'), { id: 'a' })).toEqual({ value: 1 })
  expect(requests).toEqual([
    {
      method: 'POST',
      url: 'http://wecom.test/cgi-bin/sample?access_token=tok',
      headers: expect.objectContaining({ 'content-type': 'application/json; charset=utf-8' }),
      body: '{"id":"a"}',
      once: true,
      stopped: expect.any(Promise),
    },
  ])
})

test('behavior: the request for a token goes over it as well', async () => {
  const { transport, requests } = ownTransport(({ url }) =>
    url.includes('gettoken') ? '{"errcode":0,"access_token":"tok","expires_in":7200}' : '{"errcode":0,"value":1}',
  )
  const client = createClient({ token: corpToken({ corpId: 'ww1', secret: 's' }), transport })
  await client.request(sampleEndpoint('read'), { id: 'a' })

  expect(requests.map(({ method, once }) => [method, once])).toEqual([
    ['GET', false],
    ['POST', false],
  ])
})

test('behavior: `stopped` resolves when the time is up, and the client does not wait for the transport', async () => {
  const { transport, requests } = ownTransport(() => new Promise(() => {}))
  const client = connect(transport)
  const call = client.request(sampleEndpoint('send'), { id: 'a' }, { timeout: 5_000 })
  const settled = expect(call).rejects.toMatchObject({ kind: 'timeout', timeout: 5_000, ambiguous: true })
  await vi.advanceTimersByTimeAsync(5_000)

  await settled
  expect(await requests[0]?.stopped).toEqual({ milliseconds: 5_000 })
})

test('behavior: `stopped` resolves with the reason of an abort', async () => {
  const { transport, requests } = ownTransport(() => new Promise(() => {}))
  const controller = new AbortController()
  const call = connect(transport).request(sampleEndpoint('read'), { id: 'a' }, { signal: controller.signal })
  const settled = expect(call).rejects.toMatchObject({ kind: 'abort' })
  await vi.advanceTimersByTimeAsync(0)
  controller.abort('enough')

  await settled
  expect(await requests[0]?.stopped).toBe('enough')
})

test('behavior: an abort in the listener of `request` sends nothing, so the call is not ambiguous', async () => {
  const { transport, requests } = ownTransport(() => '{"errcode":0,"value":1}')
  const controller = new AbortController()
  const client = createClient({
    token: staticToken('tok'),
    transport,
    onEvent: ({ type }) => type === 'request' && controller.abort(),
  })

  await expect(
    client.request(sampleEndpoint('send'), { id: 'a' }, { signal: controller.signal }),
  ).rejects.toMatchObject({ kind: 'abort', ambiguous: false })
  expect(requests).toEqual([])
})

test('error: its errors are rebuilt without their message', async () => {
  const { transport } = ownTransport(({ url }) => {
    throw Object.assign(new Error(`cannot reach ${url}`), { code: 'EPIPE' })
  })
  const error: unknown = await connect(transport)
    .request(sampleEndpoint('send'), { id: 'a' })
    .catch((reason: unknown) => reason)

  expect(error).toMatchObject({ kind: 'network', code: 'EPIPE', ambiguous: true })
  expect(inspect(error, { depth: Infinity, showHidden: true })).not.toContain('access_token')
})

test('error: fetch beside transport is refused when the client is made', () => {
  const { transport } = ownTransport(() => '')

  expect(() => createClient({ token: staticToken('tok'), transport, fetch })).toThrow(
    new TypeError('createClient: set either fetch or transport'),
  )
})
