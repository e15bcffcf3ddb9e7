import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { bodyParser } from '@koa/bodyparser'
import { createCallbackHandler, encryptMessage, importKey, signMessage } from '@wecom/callback'
import { toNodeListener } from '@wecom/core/node'
import express, { type ErrorRequestHandler } from 'express'
import { fastify } from 'fastify'
import Koa from 'koa'
import { afterEach, expect, test, vi } from 'vitest'

// Callbacks behind the body parsers of frameworks, and below prefixes. The recipes of the README run in docs.test.ts.

const settings = {
  token: 'pageToken',
  encodingAesKey: 'p7Qm2ZxV9bLt4KdRwYc6HsJ1uNfGaE8oX3iTvBkMz5U',
  receiveIds: ['ww0123456789abcdef'],
}
const onEvent = vi.fn<() => void>()
const onError = vi.fn<(error: unknown) => void>()
const listener = toNodeListener(createCallbackHandler({ ...settings, onEvent, onError }))

type Form = 'xml' | 'json'
let server: Server

afterEach(async () => {
  vi.clearAllMocks()
  const closed = once(server, 'close')
  server.close()
  server.closeAllConnections()
  await closed
})

async function listen(app: (...request: Parameters<RequestListener>) => unknown): Promise<string> {
  server = createServer((incoming, outgoing) => void app(incoming, outgoing)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

let delivered = 0

/** Delivers a new event as WeCom does. Returns the HTTP status of the answer. */
async function deliver(url: string, form: Form): Promise<number> {
  const message = `<xml><MsgType>text</MsgType><MsgId>${++delivered}</MsgId></xml>`
  const key = importKey(settings.encodingAesKey)
  const encrypt = encryptMessage({ key, receiveId: 'ww0123456789abcdef', message })
  const query = { timestamp: '1735689600', nonce: '1712305418' }
  const signature = signMessage({ token: settings.token, ...query, encrypt })
  const body = form === 'xml' ? `<xml><Encrypt><![CDATA[${encrypt}]]></Encrypt></xml>` : JSON.stringify({ encrypt })
  const response = await fetch(`${url}?${new URLSearchParams({ ...query, msg_signature: signature }).toString()}`, {
    method: 'POST',
    body,
    headers: { 'content-type': form === 'xml' ? 'text/xml' : 'application/json' },
  })
  return response.status
}

const keepBytes = {
  verify: (request: object, _response: unknown, bytes: Buffer) => void Object.assign(request, { rawBody: bytes }),
}

test.each<[string, express.RequestHandler, Form]>([
  ['express.json, which leaves XML alone', express.json(), 'xml'],
  ['express.json that keeps the bytes', express.json(keepBytes), 'json'],
  ['express.text', express.text({ type: '*/*' }), 'xml'],
  ['express.text', express.text({ type: '*/*' }), 'json'],
  ['express.raw', express.raw({ type: '*/*' }), 'xml'],
])('behavior: behind %s', async (_what, parser, form) => {
  const app = express().use(parser).all('/callback', listener)

  expect(await deliver(`${await listen(app)}/callback`, form)).toBe(200)
  expect(onEvent).toHaveBeenCalledOnce()
  expect(onError).not.toHaveBeenCalled()
})

test('error: behind express.json, which leaves an object, the error handler is told what to do', async () => {
  const told = vi.fn<(message: string) => void>()
  const tell: ErrorRequestHandler = (error, _request, response, _next) => {
    told((error as Error).message)
    response.sendStatus(500)
  }
  const app = express().use(express.json()).all('/callback', listener).use(tell)

  expect(await deliver(`${await listen(app)}/callback`, 'json')).toBe(500)
  expect(told.mock.calls).toEqual([[expect.stringContaining('Put toNodeListener before the body parser')]])
  expect(onEvent).not.toHaveBeenCalled()
})

test('behavior: below prefixes that Express takes off', async () => {
  const seen = vi.fn<(path: string) => Response>().mockReturnValue(new Response())
  const inner = express.Router().use(
    '/callback',
    toNodeListener((request) => seen(new URL(request.url).pathname)),
  )
  const app = express().use('/wecom', inner)
  await fetch(`${await listen(app)}/wecom/callback/a`)

  expect(seen.mock.calls).toEqual([['/wecom/callback/a']])
})

test('behavior: behind the body parser of Koa, with its rawBody', async () => {
  const app = new Koa().use(bodyParser({ enableTypes: ['xml', 'json'] })).use((context) => {
    context.respond = false
    listener(Object.assign(context.req, { rawBody: context.request.rawBody }), context.res)
  })

  expect(await deliver(await listen(app.callback()), 'json')).toBe(200)
  expect(onEvent).toHaveBeenCalledOnce()
})

test('error: behind the body parser of Koa, which keeps its rawBody for itself, the log says what to do', async () => {
  const log = vi.spyOn(console, 'error').mockReturnValue()
  const app = new Koa().use(bodyParser()).use((context) => {
    context.respond = false
    listener(context.req, context.res)
  })

  expect(await deliver(await listen(app.callback()), 'json')).toBe(500)
  expect(log.mock.calls).toEqual([[expect.objectContaining({ message: expect.stringContaining('rawBody') })]])
})

test('behavior: behind a parser of Fastify that leaves a Buffer', async () => {
  const app = fastify({ serverFactory: (handle) => (server = createServer(handle)) })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.post('/callback', (request, reply) => {
    reply.hijack()
    listener(Object.assign(request.raw, { rawBody: request.body }), reply.raw)
  })

  expect(await deliver(`${await app.listen({ host: '127.0.0.1', port: 0 })}/callback`, 'xml')).toBe(200)
  expect(onEvent).toHaveBeenCalledOnce()
})
