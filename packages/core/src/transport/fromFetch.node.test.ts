import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createClient } from '../client/createClient.ts'
import type { Client, ClientConfig } from '../client/types.ts'
import { type LoopbackServer, loopbackServer } from '../testing/fixtures/loopbackServer.node.ts'
import { sampleEndpoint } from '../testing/fixtures/sampleEndpoint.ts'
import { transports } from '../testing/fixtures/transports.node.ts'
import { staticToken } from '../token/staticToken.ts'

const mebibyte = 1024 * 1024
const read = sampleEndpoint('read')

let answer: (request: IncomingMessage, response: ServerResponse) => unknown
let server: LoopbackServer

beforeEach(async () => {
  server = await loopbackServer((request, response) => answer(request, response))
})
afterEach(() => server.close())

/** Creates a JSON answer that has exactly `bytes` bytes in UTF-8. Most of its characters need three bytes each. */
function answerOf(bytes: number): string {
  const frame = '{"errcode":0,"value":1,"text":""}'
  const rest = bytes - frame.length
  return frame.replace('""', `"${'李'.repeat(Math.floor(rest / 3))}${'x'.repeat(rest % 3)}"`)
}

/** Sends spaces until the client disconnects. Returns the number of bytes sent. */
async function sendUntilClosed(response: ServerResponse): Promise<number> {
  const piece = new Uint8Array(mebibyte).fill(0x20)
  let sent = 0
  const withoutEnd = async function* (): AsyncGenerator<Uint8Array> {
    for (;;) {
      sent += piece.length
      yield piece
    }
  }
  await expect(pipeline(withoutEnd, response)).rejects.toThrow('Premature close')
  return sent
}

describe.each(transports)('over %s', (_name, transport) => {
  const connect = (config: Partial<ClientConfig> = {}): Client =>
    createClient({ token: staticToken('tok'), transport, baseUrl: server.url, retry: { minDelay: 0 }, ...config })

  test('default: an answer of exactly maxResponseBytes is read', async () => {
    const text = answerOf(100_000)
    answer = (_request, response) => response.end(text)

    expect(await connect({ maxResponseBytes: 100_000 }).request(read, { id: 'a' })).toMatchObject({
      text: JSON.parse(text).text,
    })
  })

  test.each([
    ['read', false],
    ['send', true],
  ] as const)('error: one byte more ends a %s, which is not repeated; ambiguous: %s', async (effect, ambiguous) => {
    answer = (_request, response) => {
      response.write(answerOf(100_001))
      response.end()
    }

    await expect(
      connect({ maxResponseBytes: 100_000 }).request(sampleEndpoint(effect), { id: 'a' }),
    ).rejects.toMatchObject({
      kind: 'response',
      tooLong: true,
      ambiguous,
      summary: 'sample failed: the answer is longer than maxResponseBytes, 100000',
    })
    expect(server.arrived).toHaveLength(1)
  })

  test('error: an endless answer is cancelled soon after the default limit', async () => {
    let sent: Promise<number> | undefined
    answer = (_request, response) => {
      sent = sendUntilClosed(response)
    }

    await expect(connect().request(read, { id: 'a' })).rejects.toMatchObject({
      kind: 'response',
      summary: 'sample failed: the answer is longer than maxResponseBytes, 20971520',
    })
    expect(await sent).toBeGreaterThan(20 * mebibyte)
    expect(await sent).toBeLessThan(60 * mebibyte)
  })

  test('error: bytes are counted after decompression', async () => {
    const small = gzipSync(new Uint8Array(4 * mebibyte).fill(0x20))
    expect(small.length).toBeLessThan(10_000)
    answer = (_request, response) => {
      response.setHeader('content-encoding', 'gzip')
      response.end(small)
    }

    await expect(connect({ maxResponseBytes: mebibyte }).request(read, { id: 'a' })).rejects.toMatchObject({
      kind: 'response',
      tooLong: true,
    })
  })

  test('error: a Content-Length beyond the limit is refused before the body arrives', async () => {
    let closed: Promise<void> | undefined
    answer = (_request, response) => {
      closed = new Promise((resolve) => {
        response.on('close', resolve)
      })
      response.writeHead(200, { 'content-length': 2 * mebibyte }).flushHeaders()
    }

    await expect(
      connect({ maxResponseBytes: mebibyte, timeout: 60_000 }).request(read, { id: 'a' }),
    ).rejects.toMatchObject({ kind: 'response', tooLong: true })
    await closed
  })

  test('error: the limit also applies to failed answers', async () => {
    answer = (_request, response) => response.writeHead(502).end(answerOf(2000))

    await expect(connect({ maxResponseBytes: 1000 }).request(read, { id: 'a' })).rejects.toMatchObject({
      kind: 'response',
      status: 502,
    })
    expect(server.arrived).toHaveLength(1)
  })
})

test('behavior: a body that is not a web stream is read by text()', async () => {
  const text = '{"errcode":0,"value":1}'
  const nodeStream = { pipe: () => undefined }
  const respond = (length: number): Response =>
    Object.defineProperties(new Response(''), {
      body: { value: nodeStream },
      text: { value: async () => text.padEnd(length) },
    })
  let length = 1000
  const client = createClient({
    token: staticToken('tok'),
    maxResponseBytes: 1000,
    retry: false,
    fetch: async () => respond(length),
  })

  expect(await client.request(read, { id: 'a' })).toEqual({ value: 1 })
  length = 1001
  await expect(client.request(read, { id: 'a' })).rejects.toMatchObject({ kind: 'response', tooLong: true })
})
