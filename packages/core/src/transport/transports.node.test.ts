import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createClient } from '../client/createClient.ts'
import type { Client, ClientConfig } from '../client/types.ts'
import { type LoopbackServer, loopbackServer } from '../testing/fixtures/loopbackServer.node.ts'
import { sampleEndpoint } from '../testing/fixtures/sampleEndpoint.ts'
import { transports } from '../testing/fixtures/transports.node.ts'
import { staticToken } from '../token/staticToken.ts'
import { kyTransport } from './kyTransport.ts'

const ok = '{"errcode":0,"errmsg":"ok","value":1}'
const read = sampleEndpoint('read')

let answer: (request: IncomingMessage, response: ServerResponse) => unknown
let server: LoopbackServer

beforeEach(async () => {
  server = await loopbackServer((request, response) => answer(request, response))
})
afterEach(async () => {
  vi.useRealTimers()
  await server.close()
})

describe.each(transports)('over %s', (_name, transport) => {
  const connect = (config: Partial<ClientConfig> = {}): Client =>
    createClient({ transport, token: staticToken('tok'), baseUrl: server.url, retry: false, ...config })

  test('a call and its answer', async () => {
    let seen: { method?: string | undefined; headers: IncomingMessage['headers']; body: string } | undefined
    answer = async (request, response) => {
      let body = ''
      for await (const chunk of request) body += String(chunk)
      seen = { method: request.method, headers: request.headers, body }
      response.end(ok)
    }

    expect(await connect({ userAgent: 'acme/1' }).request(read, { id: '李四' })).toEqual({ value: 1 })
    expect(server.arrived).toEqual(['/cgi-bin/sample?access_token=tok'])
    expect(seen).toMatchObject({
      method: 'POST',
      body: '{"id":"李四"}',
      headers: { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'wecom-sdk/0.0.0 acme/1' },
    })
  })

  test('GET has no body and no content type', async () => {
    answer = (request, response) => response.end(JSON.stringify({ value: request.headers['content-type'] ? 2 : 1 }))

    const endpoint = sampleEndpoint('read', { method: 'GET' })
    expect(await connect().request(endpoint, { id: 'a' })).toEqual({ value: 1 })
    expect(server.arrived).toEqual(['/cgi-bin/sample?access_token=tok&id=a'])
  })

  test('a path prefix of the base URL is kept', async () => {
    answer = (_request, response) => response.end(ok)

    await connect({ baseUrl: `${server.url}/wecom//` }).request(read, { id: 'a' })
    expect(server.arrived).toEqual(['/wecom/cgi-bin/sample?access_token=tok'])
  })

  test('a connection that breaks before the answer', async () => {
    answer = (request) => request.socket.destroy()

    await expect(connect().request(read, { id: 'a' })).rejects.toMatchObject({
      kind: 'network',
      code: expect.stringMatching(/ECONNRESET|UND_ERR_SOCKET/),
    })
  })

  test('a connection that breaks within the answer', async () => {
    answer = (_request, response) => {
      response.writeHead(200, { 'content-length': 500 })
      response.write('{"errcode":0,', () => response.destroy())
    }

    await expect(connect().request(sampleEndpoint('send'), { id: 'a' })).rejects.toMatchObject({
      kind: 'network',
      ambiguous: true,
    })
    expect(server.arrived).toHaveLength(1)
  })

  test('no server', async () => {
    await server.close()

    await expect(connect().request(sampleEndpoint('send'), { id: 'a' })).rejects.toMatchObject({
      kind: 'network',
      code: 'ECONNREFUSED',
      ambiguous: false,
    })
  })

  test('an answer that never comes', async () => {
    answer = () => undefined
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const call = connect({ timeout: 5_000 }).request(sampleEndpoint('send'), { id: 'a' })
    const settled = expect(call).rejects.toMatchObject({ kind: 'timeout', timeout: 5_000, ambiguous: true })
    await vi.waitUntil(() => server.arrived.length === 1, 20_000)
    vi.advanceTimersByTime(5_000)

    await settled
  })

  test('an answer that stops in the middle', async () => {
    let halfway = false
    answer = (_request, response) => {
      response.write('{"errcode":0,', () => {
        halfway = true
      })
    }
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const call = connect({ timeout: 5_000 }).request(read, { id: 'a' })
    const settled = expect(call).rejects.toMatchObject({ kind: 'timeout' })
    await vi.waitUntil(() => halfway, 20_000)
    vi.advanceTimersByTime(5_000)

    await settled
  })

  test('a redirect is not followed: the token goes nowhere else', async () => {
    answer = (request, response) => {
      response.writeHead(request.url?.startsWith('/elsewhere') ? 200 : 301, { location: '/elsewhere' })
      response.end(ok)
    }

    await expect(connect().request(read, { id: 'a' })).rejects.toMatchObject({ kind: 'http', status: 301 })
    expect(server.arrived).toHaveLength(1)
  })

  test('an answer whose chunks split characters', async () => {
    const bytes = new TextEncoder().encode('{"errcode":0,"value":1,"name":"李四"}')
    answer = (_request, response) => {
      response.write(bytes.subarray(0, 34), () => response.end(bytes.subarray(34)))
    }

    expect(await connect().request(read, { id: 'a' })).toEqual({ value: 1, name: '李四' })
  })
})

test.each([
  ['fetch', undefined],
  ['ky', kyTransport()],
])('over %s a fetch that is replaced later is heard', async (_name, transport) => {
  const client = createClient({ transport, token: staticToken('tok'), baseUrl: server.url, retry: false })
  vi.stubGlobal('fetch', async () => Response.json({ value: 7 }))

  expect(await client.request(read, { id: 'a' })).toEqual({ value: 7 })
})
