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

async function collect(
  answers: readonly Response[],
  options: DownloadInPartsOptions = { partSize: 16 },
): Promise<{ texts: string[]; ranges: (string | null)[] }> {
  const { client, headers } = createTestClient(answers)
  const texts: string[] = []
  for await (const { body } of downloadInParts(client, params, options)) texts.push(await new Response(body).text())
  return { texts, ranges: headers.map((one) => one.get('range')) }
}

test('default', async () => {
  expect(await collect([part(0, 15), part(16, 31), part(32, 39)])).toEqual({
    texts: ['0123456789abcdef', '0123456789ABCDEF', '01234567'],
    ranges: ['bytes=0-15', 'bytes=16-31', 'bytes=32-47'],
  })
})

test('behavior: a part that is shorter than asked for is followed by the one behind it', async () => {
  const { texts, ranges } = await collect([part(0, 3), part(4, 19), part(20, 35), part(36, 39)])

  expect(texts.join('')).toBe(content)
  expect(ranges).toEqual(['bytes=0-15', 'bytes=4-19', 'bytes=20-35', 'bytes=36-51'])
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

test('behavior: nothing is asked for that the loop does not come to', async () => {
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
    [WeComResponseError: getMedia failed: the answer is not the part that begins at 16

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
])('error: %s ends the download', async (_, answer) => {
  await expect(collect([part(0, 15), answer])).rejects.toMatchObject({ kind: 'response', endpoint: 'getMedia' })
})

test.each([0, -16, 24, 20 * 1024 * 1024 + 16, Number.NaN])('error: parts of %d bytes are refused', async (partSize) => {
  const { client, sent } = createTestClient([])

  await expect(downloadInParts(client, params, { partSize }).next()).rejects.toMatchObject({
    kind: 'validation',
    issues: [{ path: 'partSize', message: 'must be a multiple of 16 bytes, and at most 20 MB' }],
  })
  expect(sent).toEqual([])
})
