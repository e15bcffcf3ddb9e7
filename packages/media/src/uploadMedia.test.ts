import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { amrFile, jpegFile, mp4File, pngFile } from './fixtures/mediaFiles.ts'
import { uploadMedia, type UploadMediaParams, type UploadMediaResult } from './uploadMedia.ts'

const result: UploadMediaResult = { type: 'file', media_id: 'media-1', created_at: '1790000000' }
const answer = { errcode: 0, errmsg: '', ...result }
const megabyte = 1024 * 1024

const params: UploadMediaParams = {
  type: 'file',
  media: new File(['六个字以上的报价'], '报价单.pdf', { type: 'application/pdf' }),
}

test('default', async () => {
  const { client, sent } = createTestClient([answer])

  expect(await uploadMedia(client, params)).toEqual(result)
  const media = expect.any(File)
  expect(sent).toEqual([
    { method: 'POST', path: '/cgi-bin/media/upload', query: { type: 'file' }, token: 'test-token', body: { media } },
  ])
  const arrived = sent[0]?.body as { media: File }
  expect(arrived.media).toMatchObject({ name: '报价单.pdf', type: 'application/pdf', size: 24 })
  expect(await arrived.media.text()).toBe('六个字以上的报价')
})

test.each<[UploadMediaParams['type'], File]>([
  ['image', pngFile(20_000, 20_000)],
  ['image', jpegFile(640, 480)],
  ['voice', amrFile(60)],
  ['video', mp4File(3600)],
])('behavior: %s is recognised by its bytes, whatever its name', async (type, file) => {
  const { client, sent } = createTestClient([{ ...answer, type }])

  await uploadMedia(client, { type, media: new File([file], '无后缀') })

  expect(sent).toHaveLength(1)
})

test('behavior: the largest file of each kind passes', async () => {
  for (const [type, file, size] of [
    ['image', pngFile(100, 100), 10 * megabyte],
    ['voice', new Blob(['#!AMR\n', '\x48']), 2 * megabyte],
    ['video', mp4File(10), 10 * megabyte],
    ['file', new Blob(['%PDF-1.7']), 20 * megabyte],
  ] as const) {
    const { client, sent } = createTestClient([answer])
    await uploadMedia(client, { type, media: new File([file, new Uint8Array(size - file.size)], 'a') })

    expect(sent).toHaveLength(1)
  }
})

test('behavior: half a second above the limit is sent, WeCom decides', async () => {
  const { client, sent } = createTestClient([answer])

  await uploadMedia(client, { type: 'voice', media: amrFile(60.5) })

  expect(sent).toHaveLength(1)
})

test('behavior: a result of a later kind, with a time as a number', async () => {
  const later = { type: 'sticker', media_id: 'media-2', created_at: 1_790_000_000 }
  const { client } = createTestClient([{ errcode: 0, errmsg: '', ...later }])

  expect(await uploadMedia(client, params)).toEqual(later)
})

test('error: a voice that is too large is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])
  const media = new File([new Uint8Array(2 * megabyte + 1)], '语音.amr')

  await expect(uploadMedia(client, { type: 'voice', media })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: uploadMedia failed: media: at most 2 MB if type is voice; nothing was sent

    Endpoint: POST /cgi-bin/media/upload
    Docs: https://developer.work.weixin.qq.com/document/path/90253]
  `)
  expect(sent).toEqual([])
})

test.each<[UploadMediaParams['type'], File, string]>([
  ['file', new File(['12345'], 'a.txt'), 'must have more than 5 bytes'],
  ['file', new File(['123456'], ''), 'must have a name; WeCom ignores files without a name'],
  ['file', new File([new Uint8Array(20 * megabyte + 1)], 'a.zip'), 'at most 20 MB if type is file'],
  ['image', new File([new Uint8Array(10 * megabyte + 1)], 'a.png'), 'at most 10 MB if type is image'],
  ['video', new File([new Uint8Array(10 * megabyte + 1)], 'a.mp4'), 'at most 10 MB if type is video'],
  ['image', new File(['GIF89a....'], 'a.png'), 'must be JPG or PNG, but its content is neither'],
  ['voice', new File(['ID3.......'], 'a.amr'), 'must be AMR, but its content is not'],
  ['voice', amrFile(61), 'at most 60 seconds, got 61'],
  ['video', new File(['RIFF....AVI LIST'], 'a.mp4'), 'must be MP4, but its content is not'],
  ['video', new File(['\0\0\0\x14ftypqt  '], 'a.mp4'), 'must be MP4, but its content is not'],
])('error: a bad %s is refused before anything is sent', async (type, media, message) => {
  const { client, sent } = createTestClient([])

  await expect(uploadMedia(client, { type, media })).rejects.toMatchObject({
    kind: 'validation',
    endpoint: 'uploadMedia',
    issues: [{ path: 'media', message }],
  })
  expect(sent).toEqual([])
})

test('error: something that is no File is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])
  // @ts-expect-error a Blob has no name
  const refused = uploadMedia(client, { type: 'image', media: new Blob(['123456']) })

  await expect(refused).rejects.toMatchObject({
    issues: [{ path: 'media', message: 'must be a File; create one with toFile' }],
  })
  expect(sent).toEqual([])
})

test('error: no parameters at all are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  // @ts-expect-error they do not compile
  await expect(uploadMedia(client, undefined)).rejects.toMatchObject({ kind: 'validation' })
  expect(sent).toEqual([])
})

test('error: a damaged video', async () => {
  const { client } = createTestClient([{ errcode: 41090, errmsg: 'invalid video format' }])

  await expect(uploadMedia(client, params)).rejects.toMatchObject({ kind: 'api', errcode: 41090 })
})

test('error: a lost connection is not followed by a second upload', async () => {
  const { client, sent } = createTestClient([new TypeError('fetch failed')])

  await expect(uploadMedia(client, params)).rejects.toMatchObject({ kind: 'network', ambiguous: true })
  expect(sent).toHaveLength(1)
})
