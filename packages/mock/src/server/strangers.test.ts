import { createServer, get, type IncomingHttpHeaders, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createFakeCorp } from '../createFakeCorp.ts'
import { smallCorp } from '../fixtures/smallCorp.ts'
import { createRequestListener } from './requestListener.ts'

// The server listens as with the options `--host Mock.Internal --allow-remote`.

let server: Server
let port: number
beforeAll(async () => {
  const corp = createFakeCorp({ state: smallCorp() })
  server = createServer(createRequestListener(corp, { host: 'Mock.Internal', allowRemote: true }))
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => void server.close())

function answerTo(headers: IncomingHttpHeaders): Promise<{ status: number | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path: '/__corp/clock', headers }, (response) => {
      let text = ''
      response.on('data', (chunk) => (text += String(chunk)))
      response.on('end', () => resolve({ status: response.statusCode, text }))
    }).once('error', reject)
  })
}

test.for<[IncomingHttpHeaders]>([
  [{ host: 'mock.internal:8090' }],
  [{ host: 'MOCK.internal' }],
  [{ host: 'mock.internal:8090', origin: 'http://mock.internal:3000' }],
  [{ host: 'mock.internal:8090', origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-site' }],
  [{ host: '127.0.0.1:8090' }],
])('the host of --host is let in beside loopback: %j', async ([headers]) => {
  expect(await answerTo(headers)).toMatchObject({ status: 200 })
})

test.for<[IncomingHttpHeaders, string]>([
  [{ host: 'mock.internal.evil.example' }, 'Host mock.internal.evil.example is not an address of this server'],
  [{ host: 'internal:8090' }, 'Host internal:8090 is not an address of this server'],
  [{ host: 'mock.internal@evil.example' }, 'is not an address of this server'],
  [{ host: '192.0.2.1' }, 'Host 192.0.2.1 is not an address of this server'],
  [{ host: 'mock.internal', origin: 'https://internal' }, 'pages of https://internal must not control'],
  [{ host: 'mock.internal', origin: 'file://' }, 'pages of file:// must not control'],
  [{ host: 'mock.internal', 'sec-fetch-site': 'cross-site' }, 'pages of other sites must not control'],
])('any other host or page gets 403, and the reason: %j', async ([headers, reason]) => {
  const { status, text } = await answerTo(headers)

  expect(status).toBe(403)
  expect(text).toContain(reason)
})

test('a request without a host gets 403', async () => {
  const socket = connect(port, '127.0.0.1')
  socket.write('GET /__corp/state HTTP/1.0\r\n\r\n')
  const text = await new Promise<string>((resolve) => {
    let received = ''
    socket.on('data', (chunk) => (received += String(chunk)))
    socket.on('end', () => resolve(received))
  })

  expect(text).toContain(' 403 ')
  expect(text).not.toContain('secret-all')
})
