import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { downloadInParts, type DownloadInPartsOptions } from './downloadInParts.ts'

const content = '0123456789abcdef0123456789ABCDEF01234567'
const params = { media_id: 'media-1' }

const part = (start: number, end: number, total: number | '*' = content.length): Response =>
  new Response(content.slice(start, end + 1), {
    status: 206,
    headers: { 'content-type': 'video/mp4', 'content-range': `bytes ${start}-${end}/${total}` },
  })

function withEtag(answer: Response, etag: string): Response {
  answer.headers.set('etag', etag)
  return answer
}

/**
 * Reads a stream as text. Does not use `new Response(body).text()`, because in Chromium the error of `text()` does not
 * say why the stream failed.
 */
async function readText(body: ReadableStream<Uint8Array>): Promise<string> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader()
  let text = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text
    text += value
  }
}

async function collect(
  answers: readonly Response[],
  options: DownloadInPartsOptions = { partSize: 16 },
): Promise<{ texts: string[]; ranges: (string | null)[] }> {
  const { client, headers } = createTestClient(answers)
  const texts: string[] = []
  for await (const { body } of downloadInParts(client, params, options)) texts.push(await readText(body))
  return { texts, ranges: headers.map((one) => one.get('range')) }
}

test('default', async () => {
  expect(await collect([part(0, 15), part(16, 31), part(32, 39)])).toEqual({
    texts: ['0123456789abcdef', '0123456789ABCDEF', '01234567'],
    ranges: ['bytes=0-15', 'bytes=16-31', 'bytes=32-47'],
  })
})

test('behavior: goes on where an earlier download broke off, and parts are of 16 MB unless told', async () => {
  expect(await collect([part(20, 39)], { start: 20 })).toEqual({
    texts: [content.slice(20)],
    ranges: ['bytes=20-16777235'],
  })
})

test('behavior: a file that comes whole is one part', async () => {
  const whole = new Response(content, { headers: { 'content-type': 'video/mp4' } })

  expect((await collect([whole])).texts).toEqual([content])
})

test('behavior: parts are requested only when the loop gets there', async () => {
  const { client, sent } = createTestClient([part(0, 15), part(16, 31)])
  for await (const { body } of downloadInParts(client, params, { partSize: 16 })) {
    await body.cancel()
    break
  }

  expect(sent).toHaveLength(1)
})

test('error: the whole file in place of its second part', async () => {
  const whole = new Response(content, { headers: { 'content-type': 'video/mp4', 'content-length': '40' } })

  await expect(collect([part(0, 15), whole])).rejects.toMatchInlineSnapshot(`
    [WeComResponseError: getMedia failed: WeCom did not return the requested part, which begins at byte 16

    Endpoint: GET /cgi-bin/media/get
    Status: 200
    Content-Type: video/mp4
    Length: 40 characters
    Docs: https://developer.work.weixin.qq.com/document/path/90254]
  `)
})

test.each([
  ['another part', part(8, 23)],
  ['a part of no size', part(16, 15)],
  ['a part of a file without a size', part(16, 31, '*')],
  ['a shorter part', part(16, 27)],
  ['a longer part', part(16, 39)],
  ['a part of a larger file', part(16, 31, 41)],
  ['a part of a smaller file', part(16, 31, 32)],
])('error: %s ends the download', async (_, answer) => {
  await expect(collect([part(0, 15), answer])).rejects.toMatchObject({ kind: 'response', endpoint: 'getMedia' })
})

test('error: the first part is shorter than asked for', async () => {
  await expect(collect([part(0, 7), part(8, 23)])).rejects.toMatchObject({
    kind: 'response',
    message: expect.stringContaining('WeCom did not return the requested part, which begins at byte 0'),
  })
})

test('behavior: parts of one version of the file', async () => {
  const answers = [part(0, 15), part(16, 31), part(32, 39)].map((answer) => withEtag(answer, '"1"'))

  expect((await collect(answers)).texts.join('')).toBe(content)
})

test('error: a part of another version of the file', async () => {
  await expect(collect([withEtag(part(0, 15), '"1"'), withEtag(part(16, 31), '"2"')])).rejects.toMatchObject({
    kind: 'response',
    message: expect.stringContaining('the file has changed since its first part'),
  })
})

test('error: a part comes with fewer bytes than its range says', async () => {
  const { headers } = part(16, 31)

  await expect(collect([part(0, 15), new Response('0123456789AB', { status: 206, headers })])).rejects.toMatchObject({
    kind: 'response',
    message: expect.stringContaining('WeCom returned 12 bytes for a part of 16 bytes'),
  })
})

test('error: a part comes with more bytes than its range says, and does not end', async () => {
  const { headers } = part(16, 31)
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode('0123456789ABCDEF01')),
  })

  await expect(collect([part(0, 15), new Response(body, { status: 206, headers })])).rejects.toMatchObject({
    kind: 'response',
    message: expect.stringContaining('WeCom returned 18 bytes for a part of 16 bytes'),
  })
})

test.each([0, -16, 24, 20 * 1024 * 1024 + 16, Number.NaN])('error: parts of %d bytes are refused', async (partSize) => {
  const { client, sent } = createTestClient([])

  await expect(downloadInParts(client, params, { partSize }).next()).rejects.toMatchObject({
    kind: 'validation',
    issues: [{ path: 'partSize', message: 'must be a positive multiple of 16 bytes, at most 20 MB' }],
  })
  expect(sent).toEqual([])
})
