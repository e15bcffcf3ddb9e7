import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { baseUrl, createTestProxy } from './fixtures/createTestProxy.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

interface SlowBody {
  readonly request: Request
  /** Sends another chunk. */
  readonly push: (text: string) => void
  readonly close: () => void
}

/** A request whose body the test sends chunk by chunk. */
function slowBody(signal?: AbortSignal, path = 'externalcontact/batch/get_by_user'): SlowBody {
  let stream: ReadableStreamDefaultController<Uint8Array> | undefined
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      stream = controller
    },
  })
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    duplex: 'half',
    ...(signal && { signal }),
  }
  return {
    request: new Request(`${baseUrl}/cgi-bin/${path}`, init),
    push: (text) => stream?.enqueue(new TextEncoder().encode(text)),
    close: () => stream?.close(),
  }
}

const contacts = { errcode: 0, errmsg: 'ok', external_contact_list: [] }

test('default: a body in pieces, cut within a character', async () => {
  const { proxy, sent } = createTestProxy([contacts])
  const { request } = slowBody()
  const bytes = new TextEncoder().encode('{"userid_list":["王芳"]}')
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte))
      controller.close()
    },
  })
  const init = { method: 'POST', headers: request.headers, body, duplex: 'half' }

  expect((await proxy(new Request(request.url, init))).status).toBe(200)
  expect(sent).toMatchObject([{ body: { userid_list: ['王芳'] } }])
})

test('a body that is too large is not read further, whatever its content-length', async () => {
  const { proxy, events } = createTestProxy([], { maxBodyBytes: 10 })
  const { request, push } = slowBody()
  const answering = proxy(request)
  push('1234567890')
  push('1')
  const response = await answering

  expect(response.status).toBe(413)
  expect(events).toMatchObject([{ reason: 'too_large', status: 413 }])
  // The server can read and drop the rest.
  expect(request.body?.locked).toBe(false)
})

test('a body with a too large content-length is not read', async () => {
  const { proxy } = createTestProxy([], { maxBodyBytes: 10 })
  const { request } = slowBody()
  request.headers.set('content-length', '11')

  expect((await proxy(request)).status).toBe(413)
  expect(request.bodyUsed).toBe(false)
})

test('a body as large as allowed is read', async () => {
  const text = '{"userid_list":["a"]}'
  const { proxy } = createTestProxy([contacts], { maxBodyBytes: text.length })
  const { request, push, close } = slowBody()
  request.headers.set('content-length', String(text.length))
  push(text)
  close()

  expect((await proxy(request)).status).toBe(200)
})

test('a body in large and small pieces arrives unchanged', async () => {
  const { proxy, sent } = createTestProxy([contacts])
  const { request, push, close } = slowBody()
  const names = Array.from({ length: 100 }, (_each, index) => `${index}`.padEnd(640, 'x'))
  const text = JSON.stringify({ userid_list: names })
  for (const [from, to] of [
    [0, 10],
    [10, 16_384],
    [16_384, 60_000],
    [60_000, text.length],
  ] as const) {
    push(text.slice(from, to))
  }
  close()

  expect((await proxy(request)).status).toBe(200)
  expect(sent).toMatchObject([{ body: { userid_list: names } }])
})

test('a body that does not end in time is 408, even if it keeps sending', async () => {
  const { proxy, events } = createTestProxy([], { bodyTimeout: 5000 })
  const { request, push } = slowBody()
  const answering = proxy(request)
  for (let second = 0; second < 5; second++) {
    push(' ')
    await vi.advanceTimersByTimeAsync(1000)
  }
  const response = await answering

  expect([response.status, await response.text()]).toEqual([408, '@wecom/proxy: The body did not arrive in time.'])
  expect(events).toMatchObject([{ reason: 'too_slow' }])
  expect(vi.getTimerCount()).toBe(0)
})

test('a caller who disconnects during the body ends the reading', async () => {
  const { proxy, sent, events } = createTestProxy([])
  const controller = new AbortController()
  const { request, push } = slowBody(controller.signal)
  const answering = proxy(request)
  push('{')
  await vi.advanceTimersByTimeAsync(10)
  controller.abort()

  expect((await answering).status).toBe(499)
  expect(sent).toEqual([])
  expect(events).toMatchObject([{ reason: 'left' }])
  expect(vi.getTimerCount()).toBe(0)
})

test('a body that breaks off is refused', async () => {
  const { proxy, sent } = createTestProxy([])
  const body = new ReadableStream({ pull: (controller) => controller.error(new Error('reset')) })
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body, duplex: 'half' }

  const url = `${baseUrl}/cgi-bin/externalcontact/batch/get_by_user`
  expect((await proxy(new Request(url, init))).status).toBe(499)
  expect(sent).toEqual([])
})

test('a body that cannot be valid is not read', async () => {
  const { proxy } = createTestProxy([])
  const { request } = slowBody()
  request.headers.set('content-type', 'text/plain')

  expect((await proxy(request)).status).toBe(415)
  expect(request.bodyUsed).toBe(false)
})

test.each(['null', '1', '"a"', '[]', 'true'])('a body that is no object is 40058: %s', async (body) => {
  const { proxy, sent } = createTestProxy([])
  const { request, push, close } = slowBody()
  push(body)
  close()

  const response = await proxy(request)
  expect(await response.json()).toMatchObject({
    errcode: 40058,
    errmsg: expect.stringContaining('JSON object') as string,
  })
  expect(sent).toEqual([])
})

test('a caller who has left before the body is read gets no call', async () => {
  const controller = new AbortController()
  const { proxy, sent, events } = createTestProxy([contacts], {
    authenticate: () => {
      controller.abort()
      return { userid: 'anna' }
    },
  })

  expect((await proxy(slowBody(controller.signal).request)).status).toBe(499)
  expect(sent).toEqual([])
  expect(events).toMatchObject([{ reason: 'left' }])
})

test('a body of exactly the allowed size, by its content-length', async () => {
  const body = '{"userid_list":["a"]}'
  const headers = { 'content-type': 'application/json', 'content-length': String(body.length) }
  const { proxy } = createTestProxy([contacts], { maxBodyBytes: body.length })
  const url = `${baseUrl}/cgi-bin/externalcontact/batch/get_by_user`

  expect(await (await proxy(new Request(url, { method: 'POST', headers, body }))).json()).toEqual(contacts)
})
