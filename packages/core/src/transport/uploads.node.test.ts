import { openAsBlob } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import ky from 'ky'
import { Agent as Agent6, fetch as fetch6 } from 'undici6'
import { Agent as Agent7, fetch as fetch7 } from 'undici7'
import { Agent as Agent8, fetch as fetch8 } from 'undici8'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createClient } from '../client/createClient.ts'
import { defineEndpoint } from '../endpoint/defineEndpoint.ts'
import type { Endpoint } from '../endpoint/Endpoint.ts'
import { multipart } from '../endpoint/multipart.ts'
import { wireObject } from '../endpoint/wireObject.ts'
import { type LoopbackServer, loopbackServer } from '../testing/fixtures/loopbackServer.node.ts'
import { transports } from '../testing/fixtures/transports.node.ts'
import { staticToken } from '../token/staticToken.ts'
import { kyTransport } from './kyTransport.ts'
import type { Fetch } from './Transport.ts'

interface UploadParams {
  media: File
}

const upload: Endpoint<UploadParams, object> = defineEndpoint<UploadParams, object>({
  name: 'upload',
  method: 'POST',
  path: '/cgi-bin/upload',
  effect: 'create',
  docs: 90000,
  encoding: multipart,
  params: wireObject<UploadParams>({ media: v.instance(File) }),
  result: v.looseObject({}),
})

async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { 'content-type': type, 'content-length': length } = request.headers
  // Undefined if the client aborts.
  const body = await buffer(request).catch(() => undefined)
  arrived = body && { type, length, body }
  response.end('{"errcode":0}')
}

let server: LoopbackServer
let arrived: { type: string | undefined; length: string | undefined; body: Buffer } | undefined

beforeEach(async () => {
  server = await loopbackServer((request, response) => void receive(request, response))
})
afterEach(() => server.close())

/**
 * Creates a function for the option `fetch` of the client from a `fetch` of the package undici. Programs that use an
 * HTTP proxy pass such a function. `send` must call undici's `fetch` with a dispatcher (connection pool) of the same
 * version of undici.
 */
function overPackage(send: (url: string, init: object) => Promise<unknown>): Fetch {
  return async (url, init) => (await send(typeof url === 'string' ? url : new Request(url).url, init ?? {})) as Response
}

const undiciFetches: Readonly<Record<string, Fetch>> = {
  'fetch of undici 6': overPackage((url, init) => fetch6(url, { ...init, dispatcher: new Agent6() })),
  'fetch of undici 7': overPackage((url, init) => fetch7(url, { ...init, dispatcher: new Agent7() })),
  'fetch of undici 8': overPackage((url, init) => fetch8(url, { ...init, dispatcher: new Agent8() })),
}

const ways = Object.entries(undiciFetches).flatMap(([name, fetch]) => [
  { name, config: { fetch } },
  { name: `ky over ${name}`, config: { transport: kyTransport(ky.create({ fetch })) } },
])

describe.each([...transports.map(([name, transport]) => ({ name, config: { transport } })), ...ways])(
  'over $name',
  ({ config }) => {
    const send = (media: File): Promise<object> =>
      createClient({ token: staticToken('tok'), baseUrl: server.url, retry: false, ...config }).request(upload, {
        media,
      })

    test('a form arrives with its length and the raw name of its file', async () => {
      await send(new File(['内容\r\n--x'], '报价 "单"\r\n.pdf', { type: 'application/pdf' }))

      const [, boundary] = /^multipart\/form-data; boundary=([a-z0-9-]+)$/.exec(arrived?.type ?? '') ?? []
      expect(arrived?.body.toString()).toBe(
        [
          `--${boundary}`,
          'Content-Disposition: form-data; name="media"; filename="报价 %22单%22%0D%0A.pdf"',
          'Content-Type: application/pdf',
          '',
          '内容\r\n--x',
          `--${boundary}--`,
          '',
        ].join('\r\n'),
      )
      expect(arrived?.length).toBe(String(arrived?.body.length))
    })

    test('bytes arrive unchanged', async () => {
      const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, index) => index * 7))
      await send(new File([bytes], 'a.bin'))

      expect(arrived?.body.includes(bytes)).toBe(true)
      expect(arrived?.body.includes('filename="a.bin"\r\nContent-Type: application/octet-stream\r\n\r\n')).toBe(true)
    })
  },
)

test.each(transports)('over %s a file on disk is not read before it is sent', async (_name, transport) => {
  const folder = await mkdtemp(join(tmpdir(), 'upload-'))
  const path = join(folder, 'a.txt')
  await writeFile(path, '12345678')
  const media = new File([await openAsBlob(path)], 'a.txt', { type: 'text/plain' })
  const client = createClient({ token: staticToken('tok'), baseUrl: server.url, retry: false, transport })
  await client.request(upload, { media })

  expect(arrived?.body.includes('\r\n\r\n12345678\r\n--')).toBe(true)
  // Node notices that the file was replaced after it was opened.
  await writeFile(path, 'changed in between')
  await expect(client.request(upload, { media })).rejects.toMatchObject({ kind: 'network' })
  await rm(folder, { recursive: true })
})
