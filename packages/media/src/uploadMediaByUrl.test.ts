import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { uploadMediaByUrl, type UploadMediaByUrlParams } from './uploadMediaByUrl.ts'

const params: UploadMediaByUrlParams = {
  scene: 1,
  type: 'video',
  filename: '欢迎.mp4',
  url: 'https://files.test/welcome.mp4',
  md5: '0123456789abcdef0123456789abcdef',
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', jobid: 'job-31' }])

  expect(await uploadMediaByUrl(client, params)).toEqual({ jobid: 'job-31' })
  expect(sent).toEqual([
    { method: 'POST', path: '/cgi-bin/media/upload_by_url', query: {}, token: 'test-token', body: params },
  ])
})

test('error: a name, address and MD5 that are too long are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])
  const long = { filename: '长'.repeat(43), url: `https://files.test/${'a'.repeat(1006)}`, md5: '0'.repeat(33) }

  await expect(uploadMediaByUrl(client, { ...params, ...long })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: uploadMediaByUrl failed: filename: at most 128 bytes in UTF-8; url: at most 1024 bytes in UTF-8; md5: at most 32 bytes: the MD5 in hexadecimal digits; nothing was sent

    Endpoint: POST /cgi-bin/media/upload_by_url
    Docs: https://developer.work.weixin.qq.com/document/path/96219]
  `)
  expect(sent).toEqual([])
})

test('error: a picture is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])
  // @ts-expect-error videos and files only
  const refused = uploadMediaByUrl(client, { ...params, type: 'image' })

  await expect(refused).rejects.toMatchObject({ kind: 'validation', issues: [{ path: 'type' }] })
  expect(sent).toEqual([])
})

test('error: a lost connection is not followed by a second job', async () => {
  const { client, sent } = createTestClient([new TypeError('fetch failed')])

  await expect(uploadMediaByUrl(client, params)).rejects.toMatchObject({ kind: 'network', ambiguous: true })
  expect(sent).toHaveLength(1)
})
