import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { getMedia, type MediaRange } from './getMedia.ts'

const file = (content: string, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(content, {
    status,
    headers: {
      'content-type': 'image/png',
      'content-length': String(content.length),
      'content-disposition': 'attachment; filename="a.png"',
      ...headers,
    },
  })

test('default', async () => {
  const { client, sent, headers } = createTestClient([file('picture')])

  const { body, ...facts } = await getMedia(client, { media_id: 'media-1' })
  expect(facts).toEqual({ contentType: 'image/png', size: 7, filename: 'a.png' })
  expect(await new Response(body).text()).toBe('picture')
  expect(sent).toEqual([
    { method: 'GET', path: '/cgi-bin/media/get', query: { media_id: 'media-1' }, token: 'test-token' },
  ])
  expect(headers[0]?.has('range')).toBe(false)
})

test.each<[MediaRange, string]>([
  [{ start: 16, end: 31 }, 'bytes=16-31'],
  [{ start: 0 }, 'bytes=0-'],
  [{ start: 16, end: 15 + 20 * 1024 * 1024 }, 'bytes=16-20971535'],
])('behavior: a part of the file', async (range, header) => {
  const part = file('0123456789abcdef', 206, { 'content-range': 'bytes 16-31/100' })
  const { client, headers } = createTestClient([part])

  const options = { range, headers: { 'x-trace': 't1' } }
  expect(await getMedia(client, { media_id: 'media-1' }, options)).toMatchObject({
    size: 16,
    range: { start: 16, end: 31, total: 100 },
  })
  expect(headers[0]?.get('range')).toBe(header)
  expect(headers[0]?.get('x-trace')).toBe('t1')
})

test('behavior: the signal ends a download', async () => {
  const controller = new AbortController()
  const { client } = createTestClient([
    (_request, signal) =>
      new Response(
        new ReadableStream({ start: (stream) => signal?.addEventListener('abort', () => stream.error(signal.reason)) }),
        { headers: { 'content-type': 'video/mp4' } },
      ),
  ])
  const { body } = await getMedia(client, { media_id: 'media-1' }, { signal: controller.signal })
  controller.abort(new Error('enough'))

  await expect(body.getReader().read()).rejects.toThrow('enough')
})

test('error: JSON in place of the file', async () => {
  const { client } = createTestClient([{ errcode: 40007, errmsg: 'invalid media_id' }])

  await expect(getMedia(client, { media_id: 'media-1' })).rejects.toMatchObject({ kind: 'api', errcode: 40007 })
})

test('error: an empty media_id is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(getMedia(client, { media_id: '' })).rejects.toMatchObject({
    issues: [{ path: 'media_id', message: 'must not be empty' }],
  })
  expect(sent).toEqual([])
})

test('error: an invalid part is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(getMedia(client, { media_id: 'media-1' }, { range: { start: 16, end: 15 } })).rejects
    .toMatchInlineSnapshot(`
    [WeComValidationError: getMedia failed: range: start and end must be integers, 0 <= start <= end, and the part at most 20 MB; nothing was sent

    Endpoint: GET /cgi-bin/media/get
    Docs: https://developer.work.weixin.qq.com/document/path/90254]
  `)
  const refused = [
    { start: -1 },
    { start: 0.5 },
    { start: Number.NaN },
    { start: 0, end: 0.5 },
    { start: 0, end: Number.POSITIVE_INFINITY },
    { start: 16, end: 16 + 20 * 1024 * 1024 },
  ]
  for (const range of refused) {
    await expect(getMedia(client, { media_id: 'media-1' }, { range })).rejects.toMatchObject({ kind: 'validation' })
  }
  expect(sent).toEqual([])
})
