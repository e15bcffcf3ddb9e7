import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { CallbackEvent } from '../events/CallbackEvent.ts'
import { delivery, settings, verification } from '../fixtures/requests.ts'
import { toXml } from '../fixtures/toXml.ts'
import type { EventHandler } from './CallbackHandlerOptions.ts'
import { createCallbackHandler } from './createCallbackHandler.ts'

const onEvent = vi.fn<EventHandler<CallbackEvent>>()
const onError = vi.fn<(error: unknown) => void>()
const handle = createCallbackHandler({ ...settings, on: {}, onEvent, onError })

/** As README.md shows it. */
async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const [, query = ''] = incoming.url?.split('?') ?? []
  const isPost = incoming.method === 'POST'
  const body = isPost ? (Readable.toWeb(incoming) as ReadableStream) : null
  const init = { method: isPost ? 'POST' : 'GET', body, duplex: 'half' }
  const response = await handle(new Request(`http://localhost/?${query}`, init))
  outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(await response.text())
}
const server = createServer((incoming, outgoing) => void answer(incoming, outgoing))
let origin = ''

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
})

function overHttp({ url }: Request, init?: RequestInit): Promise<Response> {
  return fetch(origin + new URL(url).pathname + new URL(url).search, init)
}

test('a verification', async () => {
  const response = await overHttp(await verification('7384910265538201947'))
  expect([response.status, await response.text()]).toEqual([200, '7384910265538201947'])
})

test('a delivery', async () => {
  const request = await delivery(toXml({ MsgType: 'text', Content: '你好' }))
  const response = await overHttp(request, { method: 'POST', body: await request.text() })
  expect([response.status, await response.text()]).toEqual([200, ''])
  expect(onEvent.mock.lastCall?.[0]).toEqual({ unknown: { MsgType: 'text', Content: '你好' } })
})

test('a body that is too large: the connection is cut, or the answer says so', async () => {
  const body = 'a'.repeat(10 * 1024 * 1024)
  const outcome = await overHttp(await delivery(''), { method: 'POST', body }).then(
    ({ status }) => status,
    (error: unknown) => (error instanceof TypeError ? 413 : error),
  )
  expect(outcome).toBe(413)
  expect(onError.mock.lastCall?.[0]).toMatchObject({ kind: 'size' })
})
