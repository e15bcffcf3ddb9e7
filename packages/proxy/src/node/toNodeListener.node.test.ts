import { once } from 'node:events'
import { createServer, request as httpRequest, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { getContactEndpoint, listContactIdsEndpoint } from '@wecom/contacts'
import { createClient, proxied } from '@wecom/core'
import { createTestClient, type ScriptedAnswer, type TestClient } from '@wecom/core/testing'
import { getMedia, getMediaEndpoint, uploadMedia, uploadMediaEndpoint } from '@wecom/media'
import { afterEach, expect, test, vi } from 'vitest'
import { createProxy } from '../createProxy.ts'
import { uploadedFile } from '../fixtures/createTestProxy.ts'
import type { ProxyEvent } from '../ProxyEvent.ts'
import type { ProxyOptions } from '../ProxyOptions.ts'
import { toNodeListener } from '../node.ts'

const ids = { errcode: 0, errmsg: 'ok', external_userid: ['wm1'] }
let server: Server

afterEach(async () => {
  vi.useRealTimers()
  const closed = once(server, 'close')
  server.close()
  server.closeAllConnections()
  await closed
})

/**
 * Starts an HTTP server with a proxy on this machine. Behind the proxy is a simulated WeCom, which returns the given
 * answers in order. `sent` lists the requests that the proxy sent to the simulated WeCom.
 */
async function serve(
  answers: readonly ScriptedAnswer[],
  options: Partial<ProxyOptions> = {},
): Promise<{ readonly port: number; readonly sent: TestClient['sent'] }> {
  const { client, sent } = createTestClient(answers, { retry: false })
  const endpoints = [getContactEndpoint, getMediaEndpoint, listContactIdsEndpoint, uploadMediaEndpoint]
  const proxy = createProxy({
    client,
    endpoints,
    authenticate: () => true,
    authorize: () => true,
    prefix: '/wecom',
    ...options,
  })
  server = createServer(toNodeListener(proxy)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { port: (server.address() as AddressInfo).port, sent }
}

/**
 * Sends a text to the server without any HTTP client. Returns everything that the server sends until the connection
 * closes.
 */
async function sendRaw(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.write(text)
  let answer = ''
  socket.setEncoding('latin1').on('data', (chunk: string) => (answer += chunk))
  await once(socket, 'close')
  return answer
}

const raw = (target: string, headers: readonly string[] = ['Host: localhost'], method = 'GET'): string =>
  [`${method} ${target} HTTP/1.1`, ...headers, 'Connection: close', '', ''].join('\r\n')

const list = '/wecom/cgi-bin/externalcontact/list'

test('default: a client over real HTTP, with uploads and downloads', async () => {
  const { port, sent } = await serve([
    { errcode: 0, errmsg: 'ok', type: 'file', media_id: 'm1', created_at: 1 },
    new Response('picture', { headers: { 'content-type': 'image/png', 'content-disposition': 'attachment' } }),
  ])
  const client = createClient({ token: proxied(), baseUrl: `http://127.0.0.1:${port}/wecom` })
  const media = new File(['x'.repeat(100_000)], '报价.pdf', { type: 'application/pdf' })

  expect(await uploadMedia(client, { type: 'file', media })).toMatchObject({ media_id: 'm1' })
  const { body } = await getMedia(client, { media_id: 'm1' })
  expect(await new Response(body).text()).toBe('picture')
  const arrived = uploadedFile({ sent })
  expect([arrived.name, arrived.type, arrived.size]).toEqual(['报价.pdf', 'application/pdf', 100_000])
})

test('raw names of files pass unchanged', async () => {
  const disposition = Buffer.from('attachment; filename="报价.pdf"').toString('latin1')
  const { port } = await serve([
    new Response('x', { headers: { 'content-type': 'image/png', 'content-disposition': disposition } }),
  ])
  const answer = await sendRaw(port, raw('/wecom/cgi-bin/media/get?media_id=m1'))

  expect(Buffer.from(answer, 'latin1').toString()).toContain('filename="报价.pdf"')
})

test('several cookies of authorize are kept', async () => {
  const headers = new Headers([
    ['set-cookie', 'a=1'],
    ['set-cookie', 'b=2'],
  ])
  const { port } = await serve([], { authorize: () => new Response('x', { status: 401, headers }) })
  const answer = await sendRaw(port, raw(`${list}?userid=a`))

  expect(answer).toMatch(/^HTTP\/1\.1 401 [^]*set-cookie: a=1\r\nset-cookie: b=2\r\n[^]*\r\n\r\n1?\r?\n?x/i)
})

const tricks: readonly (readonly [string, number])[] = [
  [raw(`/wecom/x/..${list.slice(6)}?userid=a`), 404],
  [raw(`/wecom/./cgi-bin/externalcontact/list?userid=a`), 404],
  [raw(`/wecom/%2e/cgi-bin/externalcontact/list?userid=a`), 404],
  [raw(`/wecom/x/%2E%2e/cgi-bin/externalcontact/list?userid=a`), 404],
  [raw(`/x/../..${list}?userid=a`), 404],
  [raw(`/wecom\\cgi-bin\\externalcontact\\list?userid=a`), 404],
  [raw(`//wecom/cgi-bin/externalcontact/list?userid=a`), 404],
  [raw(`///127.0.0.1${list}?userid=a`), 404],
  [raw(`//evil.example${list}?userid=a`), 404],
  [raw(`http://localhost${list}?userid=a`), 404],
  [raw(`https://qyapi.weixin.qq.com${list}?userid=a`), 404],
  [raw(`@evil.example${list}?userid=a`), 400],
  [raw(`${list}#?userid=a`), 404],
  [raw(`${list}/?userid=a`), 404],
  [raw(`/wecom/cgi-bin/externalcontact/list%00?userid=a`), 404],
  [raw(`/wecom/cgi-bin/externalcontact/l\xefst?userid=a`), 400],
  [raw(`*`), 404],
  [raw(`${list}?userid=a`, []), 400],
  [raw(`${list}?userid=a`, ['Host: evil.example/wecom/cgi-bin/externalcontact/list?userid=b#']), 400],
  [raw(`${list}?userid=a`, ['Host: a@b']), 400],
  [raw(`${list}?userid=a`, ['Host: a b']), 400],
  [raw(`${list}?userid=a`, ['Host: a', 'Content-Length: 5', 'Transfer-Encoding: chunked']), 400],
  [raw(`${list}?userid=a`, ['Host: a', 'X: y\0z']), 400],
  [raw(`${list}?userid=a b`), 400],
  [raw(`${list}?userid=a`, ['Host: a'], 'TRACE'), 405],
  [raw(`${list}?userid=a`, ['Host: a'], 'HEAD'), 405],
  [raw(`${list}?userid=a`, ['Host: a'], 'DELETE'), 405],
  [raw(`${list}?userid=a`, ['Host: a', 'Upgrade: websocket', 'Connection: upgrade'], 'POST'), 405],
  [
    raw(
      `/wecom/cgi-bin/media/upload?type=file`,
      ['Host: a', 'Content-Type: a/b', 'Content-Type: multipart/form-data; boundary=x'],
      'POST',
    ),
    415,
  ],
]

test('unusual paths, hosts and methods: all are refused', async () => {
  const { port, sent } = await serve([ids])
  const statuses: unknown[] = []
  for (const [text] of tricks) {
    const [, status] = /^HTTP\/1\.1 (\d+)/.exec(await sendRaw(port, text)) ?? []
    statuses.push([text.split('\r\n', 1)[0], Number(status)])
  }

  expect(statuses).toEqual(tricks.map(([text, status]) => [text.split('\r\n', 1)[0], status]))
  expect(sent).toEqual([])
})

test('a CONNECT is disconnected', async () => {
  const { port, sent } = await serve([ids])

  expect(await sendRaw(port, raw('qyapi.weixin.qq.com:443', ['Host: a'], 'CONNECT'))).toBe('')
  expect(sent).toEqual([])
})

test('a body that is too large is answered at once, and the rest is dropped for half a minute', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { port, sent } = await serve([], { maxUploadBytes: 1000 })
  const head = [
    'POST /wecom/cgi-bin/media/upload?type=file HTTP/1.1',
    'Host: a',
    'Content-Type: multipart/form-data; boundary=x',
    'Transfer-Encoding: chunked',
  ].join('\r\n')
  const socket = connect(port, '127.0.0.1')
  socket.write(`${head}\r\n\r\n7d0\r\n${'x'.repeat(2000)}\r\n`)
  const [answer] = (await once(socket, 'data')) as [Buffer]

  expect(answer.toString()).toMatch(/^HTTP\/1\.1 413 [^]*connection: close/i)
  // The caller would keep the connection, and the last chunk never comes: the server must disconnect.
  const closed = once(socket.resume(), 'close')
  await vi.advanceTimersByTimeAsync(30_000)
  await closed
  expect(sent).toEqual([])
})

test.each([
  ['is too large', 'media/upload', 413],
  ['is for nobody', 'media/uploadimg', 404],
])('a caller who sends all of a body that %s, and only then looks, finds the answer', async (_, path, status) => {
  const { port, sent } = await serve([], { maxUploadBytes: 1000 })
  const headers = ['Host: a', 'Content-Type: multipart/form-data; boundary=x', 'Transfer-Encoding: chunked']
  const chunk = 'x'.repeat(0x2000000)
  const socket = connect(port, '127.0.0.1')
  socket.write(raw(`/wecom/cgi-bin/${path}?type=file`, headers, 'POST'))
  await new Promise<void>((resolve, reject) => {
    socket.write(`2000000\r\n${chunk}\r\n0\r\n\r\n`, (error) => (error ? reject(error) : resolve()))
  })
  const [answer] = (await once(socket, 'data')) as [Buffer]
  await once(socket, 'close')

  expect(answer.toString()).toContain(`HTTP/1.1 ${status} `)
  expect(sent).toEqual([])
})

test('the body of a GET is ignored', async () => {
  const { port, sent } = await serve([ids])
  const body = '{"access_token":"x","userid":"boss"}'
  const text = raw(`${list}?userid=a`, ['Host: a', `Content-Length: ${body.length}`, 'Content-Type: application/json'])

  expect(await sendRaw(port, `${text}${body}`)).toMatch(/^HTTP\/1\.1 200 /)
  expect(sent).toMatchObject([{ query: { userid: 'a' }, body: undefined }])
})

test('a caller who disconnects ends the call behind the proxy', async () => {
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>()
  const { promise: aborted, resolve: abort } = Promise.withResolvers<void>()
  const { port } = await serve([
    (_request: unknown, signal: AbortSignal | undefined) =>
      new Promise<Response>((_resolve, reject) => {
        signal?.addEventListener('abort', () => {
          abort()
          reject(signal.reason)
        })
        arrive()
      }),
  ])
  const call = httpRequest({ port, host: '127.0.0.1', path: `${list}?userid=a` }).end()
  call.on('error', () => undefined)
  await arrived
  call.destroy()

  await expect(aborted).resolves.toBeUndefined()
})

test('a caller who disconnects during an upload ends the reading', async () => {
  const { promise: refused, resolve: refuse } = Promise.withResolvers<ProxyEvent>()
  const { port, sent } = await serve([], { onEvent: refuse })
  const call = httpRequest({
    port,
    host: '127.0.0.1',
    method: 'POST',
    path: '/wecom/cgi-bin/media/upload?type=file',
    headers: { 'content-type': 'multipart/form-data; boundary=x', 'content-length': 1000 },
  })
  call.on('error', () => undefined)
  call.write('--x', () => call.destroy())

  await expect(refused).resolves.toMatchObject({ type: 'refused', reason: 'left' })
  expect(sent).toEqual([])
})

test('a caller who disconnects during a file ends the file', async () => {
  const { promise: cancelled, resolve: cancel } = Promise.withResolvers<void>()
  const endless = new ReadableStream({
    pull: (controller) => controller.enqueue(new Uint8Array(1024)),
    cancel: () => cancel(),
  })
  const { port } = await serve([new Response(endless, { headers: { 'content-type': 'video/mp4' } })])
  const call = httpRequest({ port, host: '127.0.0.1', path: '/wecom/cgi-bin/media/get?media_id=m1' }).end()
  call.on('error', () => undefined)
  await once(call, 'response')
  call.destroy()

  await expect(cancelled).resolves.toBeUndefined()
})

test('a file that breaks off ends the answer', async () => {
  const broken = new ReadableStream({
    start: (controller) => controller.enqueue(new Uint8Array(10)),
    pull: (controller) => controller.error(new Error('reset')),
  })
  const { port } = await serve([
    new Response(broken, { headers: { 'content-type': 'video/mp4', 'content-length': '100' } }),
  ])
  const reading = fetch(`http://127.0.0.1:${port}/wecom/cgi-bin/media/get?media_id=m1`).then((response) =>
    response.arrayBuffer(),
  )

  await expect(reading).rejects.toThrow(/fetch failed|terminated/)
})

test('a handler that throws breaks the connection, not the server', async () => {
  const listener = vi.fn<() => Promise<Response>>().mockRejectedValue(new Error('not ours'))
  server = createServer(toNodeListener(listener)).listen(0, '127.0.0.1')
  await once(server, 'listening')

  expect(await sendRaw((server.address() as AddressInfo).port, raw('/'))).toBe('')
})
