import ky from 'ky'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createClient } from '../ky.ts'
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

test('hooks of an instance of your own take part in the call', async () => {
  const statuses: number[] = []
  const traced = ky.create({
    hooks: {
      beforeRequest: [({ request }) => request.headers.set('x-trace', '7')],
      afterResponse: [({ response }) => void statuses.push(response.status)],
    },
  })
  const client = createClient({ token: staticToken('tok'), baseUrl: server.url, ky: traced })

  expect(await client.request(sampleEndpoint('read'), { id: 'a' })).toEqual({ value: 7 })
  expect(statuses).toEqual([200])
})

test('retries of an instance of your own do not send a call twice', async () => {
  const eager = ky.create({
    retry: { limit: 5, methods: ['post'], delay: () => 0 },
    hooks: { afterResponse: [() => ky.retry({ delay: 0 })] },
  })
  const client = createClient({ token: staticToken('tok'), baseUrl: server.url, ky: eager })
  status = 503

  await expect(client.request(sampleEndpoint('send'), { id: 'a' })).rejects.toMatchObject({ ambiguous: true })
  expect(server.arrived).toHaveLength(1)
})

test('fetch is called as a function of its own, which is all that browsers allow', async () => {
  const receivers: unknown[] = []
  const client = createClient({
    token: staticToken('tok'),
    baseUrl: server.url,
    fetch(this: unknown, input, init) {
      receivers.push(this)
      return fetch(input, init)
    },
  })
  await client.request(sampleEndpoint('read'), { id: 'a' })

  expect(receivers).toEqual([undefined])
})
