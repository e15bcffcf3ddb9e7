import type { IncomingMessage, ServerResponse } from 'node:http'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createClient } from '../client/createClient.ts'
import type { Client } from '../client/types.ts'
import { defineEndpoint } from '../endpoint/defineEndpoint.ts'
import type { Download, Endpoint } from '../endpoint/Endpoint.ts'
import { multipart } from '../endpoint/multipart.ts'
import { openFile } from '../endpoint/openFile.ts'
import { wireObject } from '../endpoint/wireObject.ts'
import { type LoopbackServer, loopbackServer } from '../testing/fixtures/loopbackServer.node.ts'
import { transports } from '../testing/fixtures/transports.node.ts'
import { staticToken } from '../token/staticToken.ts'

interface UploadParams {
  type: string
  media: File
}

const upload: Endpoint<UploadParams, { media_id: string }> = defineEndpoint<UploadParams, { media_id: string }>({
  name: 'upload',
  method: 'POST',
  path: '/cgi-bin/upload',
  effect: 'create',
  docs: 90000,
  query: ['type'],
  encoding: multipart,
  params: wireObject<UploadParams>({ type: v.string(), media: v.instance(File) }),
  result: wireObject<{ media_id: string }>({ media_id: v.string() }),
})

const download: Endpoint<{ id: string }, Download> = defineEndpoint<{ id: string }, Download>({
  name: 'download',
  method: 'GET',
  path: '/cgi-bin/download',
  effect: 'read',
  docs: 90000,
  download: openFile,
  params: wireObject<{ id: string }>({ id: v.string() }),
  result: v.custom<Download>(() => true),
})

let answer: (request: IncomingMessage, response: ServerResponse) => unknown
let server: LoopbackServer

beforeEach(async () => {
  server = await loopbackServer((request, response) => answer(request, response))
})
afterEach(() => server.close())

const file = new File(['12345678'], '报价 "单".pdf', { type: 'application/pdf' })
const sendFile = (_request: IncomingMessage, response: ServerResponse): void =>
  void response.writeHead(200, { 'content-type': 'image/png', 'content-disposition': 'attachment' }).end('picture')

describe.each(transports)('over %s', (_name, transport) => {
  const connect = (): Client =>
    createClient({
      transport,
      token: staticToken('tok'),
      baseUrl: server.url,
      retry: false,
      strict: true,
      totalTimeout: 60_000,
    })

  test('upload: one part with its raw name, and a Content-Length', async () => {
    let seen: { headers: IncomingMessage['headers']; body: string } | undefined
    answer = async (request, response) => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      seen = { headers: request.headers, body: Buffer.concat(chunks).toString() }
      response.end('{"errcode":0,"errmsg":"","media_id":"m1"}')
    }

    expect(await connect().request(upload, { type: 'file', media: file })).toEqual({ media_id: 'm1' })
    expect(server.arrived).toEqual(['/cgi-bin/upload?access_token=tok&type=file'])
    expect(seen?.headers['content-type']).toMatch(/^multipart\/form-data; ?boundary=/)
    expect(Number(seen?.headers['content-length'])).toBe(Buffer.byteLength(seen?.body ?? ''))
    expect(seen?.body).toContain(
      'name="media"; filename="报价 %22单%22.pdf"\r\nContent-Type: application/pdf\r\n\r\n12345678',
    )
    expect(seen?.body).not.toContain('filename*')
  })

  test('download: the file as a stream, with its headers', async () => {
    answer = sendFile

    const { status, headers, body } = await connect().request(download, { id: 'a' })
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('image/png')
    expect(await new Response(body).text()).toBe('picture')
  })

  test('download: the requested range', async () => {
    answer = (request, response) =>
      response
        .writeHead(206, { 'content-type': 'video/mp4', 'content-range': 'bytes 2-4/8' })
        .end(request.headers.range === 'bytes=2-4' ? '345' : 'no')

    const options = { headers: { range: 'bytes=2-4' } }
    const { status, headers, body } = await connect().request(download, { id: 'a' }, options)
    expect(status).toBe(206)
    expect(headers.get('content-range')).toBe('bytes 2-4/8')
    expect(await new Response(body).text()).toBe('345')
  })

  test('download: a text file with Content-Disposition is a file', async () => {
    answer = (_request, response) =>
      response
        .writeHead(200, { 'content-type': 'application/json', 'content-disposition': 'attachment; filename="a.json"' })
        .end('{"errcode":1}')

    const { body } = await connect().request(download, { id: 'a' })
    expect(await new Response(body).text()).toBe('{"errcode":1}')
  })

  test.each([
    [
      'application/json; charset=UTF-8',
      '{"errcode":40007,"errmsg":"invalid media_id"}',
      { kind: 'api', errcode: 40007 },
    ],
    ['text/plain', '{"errcode":40007,"errmsg":"invalid media_id"}', { kind: 'api', errcode: 40007 }],
    ['text/html', '<html>Log in</html>', { kind: 'response' }],
  ])('download: %s in place of the file is an error', async (type, text, error) => {
    answer = (_request, response) => response.writeHead(200, { 'content-type': type }).end(text)

    await expect(connect().request(download, { id: 'a' })).rejects.toMatchObject(error)
  })

  test('download: the signal aborts a file that is arriving', async () => {
    answer = (_request, response) => {
      response.writeHead(200, { 'content-type': 'video/mp4' })
      response.write('half')
    }
    const controller = new AbortController()
    const { body } = await connect().request(download, { id: 'a' }, { signal: controller.signal })
    const reading = new Response(body).text()
    controller.abort(new Error('enough'))

    await expect(reading).rejects.toThrow('enough')
  })
})
