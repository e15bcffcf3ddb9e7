import { once } from 'node:events'
import { createServer, type IncomingMessage, request as httpRequest, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, expect, test, vi } from 'vitest'
import { type NodeListener, toNodeListener } from './toNodeListener.ts'

let server: Server

afterEach(async () => {
  const closed = once(server, 'close')
  server.close()
  server.closeAllConnections()
  await closed
})

/** Answers with the request that arrived. */
async function echo(request: Request): Promise<Response> {
  const { method, url, headers } = request
  return Response.json({ method, url, type: headers.get('content-type'), body: await request.text() })
}

async function listen(listener: NodeListener): Promise<string> {
  server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/**
 * Simulates a body parser that runs before `listener`, as in Express. The parser reads the body of the request, and
 * passes it to `leave`. `leave` returns properties such as `body` or `rawBody`, which the parser adds to the request.
 */
function behindParser(
  leave: (body: string) => object,
  listener: NodeListener,
  next?: (error: unknown) => void,
): NodeListener {
  return (incoming, outgoing) => {
    void text(incoming).then((body) => listener(Object.assign(incoming, leave(body)), outgoing, next))
  }
}

async function sendRaw(origin: string, head: string): Promise<string> {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1')
  socket.end(`${head}\r\nConnection: close\r\n\r\n`)
  return text(socket)
}

test('default: a request comes in, a response goes out', async () => {
  const origin = await listen(toNodeListener(echo))
  const response = await fetch(`${origin}/callback?a=1&a=2`, { method: 'POST', body: '<xml>字</xml>' })

  expect(await response.json()).toEqual({
    method: 'POST',
    url: `${origin}/callback?a=1&a=2`,
    type: 'text/plain;charset=UTF-8',
    body: '<xml>字</xml>',
  })
})

test('behavior: a handler may return a Response, and a GET has no body', async () => {
  const origin = await listen(toNodeListener(({ body }) => Response.json({ body }, { status: 201 })))
  const response = await fetch(origin)

  expect([response.status, await response.json()]).toEqual([201, { body: null }])
})

test('behavior: repeated headers and cookies are kept', async () => {
  const origin = await listen(
    toNodeListener(({ headers }) => {
      const cookies = new Headers([
        ['set-cookie', 'a=1'],
        ['set-cookie', 'b=2'],
        ['x-seen', headers.get('x-a') ?? ''],
      ])
      return new Response(null, { headers: cookies })
    }),
  )
  const answer = await sendRaw(origin, 'GET / HTTP/1.1\r\nHost: a\r\nX-A: 1\r\nX-A: 2')

  expect(answer).toMatch(/set-cookie: a=1\r\nset-cookie: b=2\r\nx-seen: 1, 2/)
})

test.each([
  ['GET /a/../b HTTP/1.1\r\nHost: a', 404],
  ['GET //b HTTP/1.1\r\nHost: a', 200],
  ['GET http://b/a HTTP/1.1\r\nHost: a', 404],
  ['GET / HTTP/1.1\r\nHost: a/b', 400],
  ['TRACE / HTTP/1.1\r\nHost: a', 405],
])('behavior: paths are taken literally: %j', async (head, status) => {
  const origin = await listen(toNodeListener(() => new Response()))
  expect(await sendRaw(origin, head)).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
})

test('behavior: the path is complete although a framework removed a prefix', async () => {
  const listener = toNodeListener(echo)
  const origin = await listen((incoming, outgoing) => {
    listener(Object.assign(incoming, { originalUrl: incoming.url, url: '/callback?a=1' }), outgoing)
  })
  const response = await fetch(`${origin}/wecom/callback?a=1`)
  expect(await response.json()).toMatchObject({ url: `${origin}/wecom/callback?a=1` })

  const tricked = await listen((incoming, outgoing) => {
    listener(Object.assign(incoming, { originalUrl: '/wecom/../callback', url: '/callback' }), outgoing)
  })
  expect((await fetch(tricked)).status).toBe(404)
})

test.each<[string, (body: string) => object]>([
  ['bytes in rawBody', (body) => ({ rawBody: Buffer.from(body), body: { parsed: true } })],
  ['a text in rawBody', (body) => ({ rawBody: body, body: { parsed: true } })],
  ['bytes in body', (body) => ({ body: Buffer.from(body) })],
  ['a text in body', (body) => ({ body })],
])('behavior: a body parser has left %s', async (_what, leave) => {
  const origin = await listen(behindParser(leave, toNodeListener(echo)))
  const response = await fetch(origin, {
    method: 'POST',
    body: '<xml>字</xml>',
    headers: { 'content-type': 'text/xml' },
  })

  expect(await response.json()).toMatchObject({ type: 'text/xml', body: '<xml>字</xml>' })
})

test('behavior: behind a body parser, headers about the encoded bytes are removed', async () => {
  const names = ['content-length', 'content-encoding', 'transfer-encoding', 'x-a']
  const seen = toNodeListener(({ headers }) => Response.json(names.filter((name) => headers.has(name))))
  const init = { method: 'POST', body: 'a', headers: { 'content-encoding': 'gzip', 'x-a': '1' } }

  expect(await (await fetch(await listen(behindParser((body) => ({ body }), seen)), init)).json()).toEqual(['x-a'])
})

test('behavior: a body that a parser ignored is read from the connection', async () => {
  const listener = toNodeListener(echo)
  const origin = await listen((incoming, outgoing) => listener(Object.assign(incoming, { body: {} }), outgoing))

  expect(await (await fetch(origin, { method: 'POST', body: 'a' })).json()).toMatchObject({ body: 'a' })
})

test('error: a body parser kept an object: next receives an error that says what to do', async () => {
  const handle = vi.fn<() => Response>()
  const next = vi.fn<(error: unknown) => void>()
  const listener = toNodeListener(handle)
  const origin = await listen((incoming, outgoing) =>
    behindParser(
      () => ({ body: { encrypt: 'a' } }),
      listener,
      (error) => {
        next(error)
        outgoing.writeHead(418).end()
      },
    )(incoming, outgoing),
  )

  expect((await fetch(origin, { method: 'POST', body: '{"encrypt":"a"}' })).status).toBe(418)
  expect(next.mock.calls).toMatchInlineSnapshot(`
    [
      [
        [TypeError: A body parser has replaced the bytes of the request body by an object. The exact bytes are needed. Put toNodeListener before the body parser, or let the parser keep the bytes in rawBody, e.g. express.json({ verify: (request, _response, bytes) => Object.assign(request, { rawBody: bytes }) })],
      ],
    ]
  `)
  expect(handle).not.toHaveBeenCalled()
})

test.each<[string, (body: string) => object]>([
  ['an object', (body) => ({ body: JSON.parse(body) as unknown })],
  ['nothing', () => ({})],
])(
  'error: a body parser has left %s, and there is no next: 500, and the log says once what to do',
  async (_what, leave) => {
    const log = vi.spyOn(console, 'error').mockReturnValue()
    const origin = await listen(behindParser(leave, toNodeListener(echo)))

    for (let count = 0; count < 2; count++) {
      const response = await fetch(origin, { method: 'POST', body: '{"encrypt":"secret-7f3a"}' })
      expect([response.status, await response.text()]).toEqual([500, ''])
    }
    expect(log.mock.calls).toEqual([
      [expect.objectContaining({ message: expect.stringContaining('before the body parser') })],
    ])
    expect(String(log.mock.calls)).not.toContain('secret-7f3a')
  },
)

test('error: a handler that throws breaks the connection, not the server', async () => {
  const origin = await listen(
    toNodeListener(() => {
      throw new Error('not ours')
    }),
  )
  expect(await sendRaw(origin, 'GET / HTTP/1.1\r\nHost: a')).toBe('')
})

test('behavior: a closed connection aborts the request', async () => {
  const { promise: aborted, resolve: abort } = Promise.withResolvers<void>()
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<IncomingMessage | void>()
  const origin = await listen(
    toNodeListener(({ signal }) => {
      signal.addEventListener('abort', () => abort())
      arrive()
      return new Promise<Response>(() => {})
    }),
  )
  const call = httpRequest(origin).end()
  call.on('error', () => undefined)
  await arrived
  call.destroy()

  await expect(aborted).resolves.toBeUndefined()
})
