import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { jpegFile, mp4File, pngFile } from './fixtures/mediaFiles.ts'
import { uploadAttachment, type UploadAttachmentParams, type UploadAttachmentResult } from './uploadAttachment.ts'

const result: UploadAttachmentResult = { type: 'image', media_id: 'media-1', created_at: 1_790_000_000 }
const answer = { errcode: 0, errmsg: 'ok', ...result }

const params: UploadAttachmentParams = {
  media_type: 'image',
  attachment_type: 1,
  media: pngFile(1080, 10_800, '海报.png'),
}

test('default', async () => {
  const { client, sent } = createTestClient([answer])

  expect(await uploadAttachment(client, params)).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/media/upload_attachment',
      query: { media_type: 'image', attachment_type: '1' },
      token: 'test-token',
      body: { media: expect.any(File) },
    },
  ])
  const arrived = sent[0]?.body as { media: File }
  expect(arrived.media.name).toBe('海报.png')
  expect(await arrived.media.bytes()).toEqual(await params.media.bytes())
})

test.each<UploadAttachmentParams>([
  { media_type: 'image', attachment_type: 1, media: jpegFile(10_800, 1080) },
  { media_type: 'video', attachment_type: 1, media: mp4File(30) },
  { media_type: 'image', attachment_type: 2, media: jpegFile(12_000, 12_000) },
])('behavior: $media_type for $attachment_type', async (attachment) => {
  const { client, sent } = createTestClient([answer])

  await uploadAttachment(client, attachment)

  expect(sent).toHaveLength(1)
})

test('behavior: a file with unreadable pixels or duration is sent, WeCom decides', async () => {
  const { client, sent } = createTestClient([answer, answer])
  const image = new File([jpegFile(12_000, 12_000).slice(0, 6)], '图.jpg')
  const video = new File([mp4File(40).slice(0, 100)], '片.mp4')

  await uploadAttachment(client, { ...params, media: image })
  await uploadAttachment(client, { ...params, media_type: 'video', media: video })

  expect(sent).toHaveLength(2)
})

test('behavior: a time as a numeric string', async () => {
  const { client } = createTestClient([{ ...answer, created_at: '1790000000' }])

  expect(await uploadAttachment(client, params)).toEqual({ ...result, created_at: '1790000000' })
})

test('error: a video for the product album is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(uploadAttachment(client, { media_type: 'video', attachment_type: 2, media: mp4File(5) })).rejects
    .toMatchInlineSnapshot(`
    [WeComValidationError: uploadAttachment failed: media_type: attachment_type 2 (product album) accepts only images (41072); nothing was sent

    Endpoint: POST /cgi-bin/media/upload_attachment
    Docs: https://developer.work.weixin.qq.com/document/path/95098]
  `)
  expect(sent).toEqual([])
})

test.each<[UploadAttachmentParams['media_type'], File, string]>([
  ['image', new File(['12345'], 'a.png'), 'must have more than 5 bytes'],
  ['image', new File([new Uint8Array(10 * 1024 * 1024 + 1)], 'a.png'), 'at most 10 MB'],
  ['image', mp4File(5), 'must be JPG or PNG, but its content is neither'],
  ['image', pngFile(1081, 1081), 'at most 10800 px on the long side and 1080 px on the short side, got 1081 × 1081'],
  ['image', jpegFile(100, 10_801), 'at most 10800 px on the long side and 1080 px on the short side, got 100 × 10801'],
  ['video', pngFile(100, 100), 'must be MP4, but its content is not'],
  ['video', mp4File(31), 'at most 30 seconds, got 31'],
])('error: a bad %s for moments is refused before anything is sent', async (media_type, media, message) => {
  const { client, sent } = createTestClient([])

  await expect(uploadAttachment(client, { media_type, attachment_type: 1, media })).rejects.toMatchObject({
    kind: 'validation',
    endpoint: 'uploadAttachment',
    issues: [{ path: 'media', message }],
  })
  expect(sent).toEqual([])
})

test('error: no parameters at all are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  // @ts-expect-error they do not compile
  await expect(uploadAttachment(client, undefined)).rejects.toMatchObject({ kind: 'validation' })
  expect(sent).toEqual([])
})

test('error: media_type file is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])
  // @ts-expect-error WeCom names it, but takes it nowhere
  const refused = uploadAttachment(client, { ...params, media_type: 'file' })

  await expect(refused).rejects.toMatchObject({
    issues: [{ path: 'media_type', message: 'must be image or video (else WeCom answers 41072)' }],
  })
  expect(sent).toEqual([])
})

test('error: a lost connection is not followed by a second upload', async () => {
  const { client, sent } = createTestClient([new TypeError('fetch failed')])

  await expect(uploadAttachment(client, params)).rejects.toMatchObject({ kind: 'network', ambiguous: true })
  expect(sent).toHaveLength(1)
})
