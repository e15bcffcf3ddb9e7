import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { uploadImage, type UploadImageResult } from './uploadImage.ts'

const result: UploadImageResult = { url: 'http://pic.test/cover/0' }
const media = new File(['picture'], '封面.png', { type: 'image/png' })

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: '', ...result }])

  expect(await uploadImage(client, { media })).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/media/uploadimg',
      query: {},
      token: 'test-token',
      body: { media: expect.any(File) },
    },
  ])
  const arrived = sent[0]?.body as { media: File }
  expect(arrived.media).toMatchObject({ name: '封面.png', type: 'image/png' })
  expect(await arrived.media.text()).toBe('picture')
})

test('behavior: 5 bytes and 2 MB pass', async () => {
  const { client, sent } = createTestClient([result, result])

  await uploadImage(client, { media: new File(['12345'], 'a.png') })
  await uploadImage(client, { media: new File([new Uint8Array(2 * 1024 * 1024)], 'a.png') })

  expect(sent).toHaveLength(2)
})

test('error: a picture that is too large, or too small, is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])
  const large = new File([new Uint8Array(2 * 1024 * 1024 + 1)], '封面.png')

  await expect(uploadImage(client, { media: large })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: uploadImage failed: media: at most 2 MB; nothing was sent

    Endpoint: POST /cgi-bin/media/uploadimg
    Docs: https://developer.work.weixin.qq.com/document/path/90256]
  `)
  await expect(uploadImage(client, { media: new File(['1234'], 'a.png') })).rejects.toMatchObject({
    issues: [{ path: 'media', message: 'must have at least 5 bytes' }],
  })
  expect(sent).toEqual([])
})

test('error: a lost connection is not followed by a second upload', async () => {
  const { client, sent } = createTestClient([new TypeError('fetch failed')])

  await expect(uploadImage(client, { media })).rejects.toMatchObject({ kind: 'network', ambiguous: true })
  expect(sent).toHaveLength(1)
})
