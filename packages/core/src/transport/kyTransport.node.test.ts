import ky from 'ky'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createClient } from '../client/createClient.ts'
import { kyTransport } from '../ky.ts'
import { type LoopbackServer, loopbackServer } from '../testing/fixtures/loopbackServer.node.ts'
import { sampleEndpoint } from '../testing/fixtures/sampleEndpoint.ts'
import { staticToken } from '../token/staticToken.ts'

let server: LoopbackServer
let status: number
beforeEach(async () => {
  status = 200
  server = await loopbackServer((request, response) => {
    response.writeHead(status).end(JSON.stringify({ errcode: 0, value: Number(request.headers['x-trace'] ?? 0) }))
  })
})
afterEach(() => server.close())

test('hooks of a custom instance are called', async () => {
  const statuses: number[] = []
  const traced = ky.create({
    hooks: {
      beforeRequest: [({ request }) => request.headers.set('x-trace', '7')],
      afterResponse: [({ response }) => void statuses.push(response.status)],
    },
  })
  const client = createClient({ token: staticToken('tok'), baseUrl: server.url, transport: kyTransport(traced) })

  expect(await client.request(sampleEndpoint('read'), { id: 'a' })).toEqual({ value: 7 })
  expect(statuses).toEqual([200])
})

test('retries of a custom instance do not send a call twice', async () => {
  const eager = ky.create({
    retry: { limit: 5, methods: ['post'], delay: () => 0 },
    hooks: { afterResponse: [() => ky.retry({ delay: 0 })] },
  })
  const client = createClient({ token: staticToken('tok'), baseUrl: server.url, transport: kyTransport(eager) })
  status = 503

  await expect(client.request(sampleEndpoint('send'), { id: 'a' })).rejects.toMatchObject({ ambiguous: true })
  expect(server.arrived).toHaveLength(1)
})

test('prefix and timeout of the instance have no effect', async () => {
  const elsewhere = ky.create({ prefix: 'http://127.0.0.1:1/', timeout: 1, totalTimeout: 1 })
  const client = createClient({ token: staticToken('tok'), baseUrl: server.url, transport: kyTransport(elsewhere) })

  expect(await client.request(sampleEndpoint('read'), { id: 'a' })).toEqual({ value: 0 })
})

test('the fetch of an instance receives URL and options instead of a Request', async () => {
  const seen: unknown[] = []
  const own = ky.create({
    fetch: async (input, init) => {
      const body = new TextDecoder().decode(init?.body as ArrayBuffer)
      seen.push([input, init?.method, new Headers(init?.headers).get('content-type'), body])
      return fetch(input, init)
    },
  })
  const client = createClient({ token: staticToken('tok'), baseUrl: server.url, transport: kyTransport(own) })

  expect(await client.request(sampleEndpoint('send'), { id: '李四' })).toEqual({ value: 0 })
  expect(seen).toEqual([
    [`${server.url}/cgi-bin/sample?access_token=tok`, 'POST', 'application/json; charset=utf-8', '{"id":"李四"}'],
  ])
})
