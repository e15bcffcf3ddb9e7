import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { getMediaUploadResult, type GetMediaUploadResultResult } from './getMediaUploadResult.ts'

const params = { jobid: 'job-31' }
const result: GetMediaUploadResultResult = {
  status: 2,
  detail: { errcode: 0, errmsg: 'ok', media_id: 'media-1', created_at: '1790000000' },
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await getMediaUploadResult(client, params)).toEqual(result)
  expect(sent).toEqual([
    { method: 'POST', path: '/cgi-bin/media/get_upload_by_url_result', query: {}, token: 'test-token', body: params },
  ])
})

test.each<GetMediaUploadResultResult>([
  { status: 1, detail: { errcode: 0, errmsg: 'ok' } },
  { status: 3, detail: { errcode: 301019, errmsg: 'file md5 is invalid' } },
  { status: '2', detail: { errcode: 0, errmsg: 'ok', media_id: 'media-1', created_at: '1790000000' } },
  { status: 9, detail: { errcode: 0, errmsg: '', created_at: 1_790_000_000 } },
])('behavior: status $status', async (other) => {
  const { client } = createTestClient([{ errcode: 0, errmsg: 'ok', ...other }])

  expect(await getMediaUploadResult(client, params)).toEqual(other)
})

test('error: no such job', async () => {
  const { client } = createTestClient([{ errcode: 40088, errmsg: 'invalid jobid' }])

  await expect(getMediaUploadResult(client, params)).rejects.toMatchObject({ kind: 'api', errcode: 40088 })
})

test('error: an empty jobid, and one that is too long, are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(getMediaUploadResult(client, { jobid: '' })).rejects.toMatchObject({ kind: 'validation' })
  await expect(getMediaUploadResult(client, { jobid: 'j'.repeat(129) })).rejects.toMatchObject({
    issues: [{ path: 'jobid', message: 'at most 128 bytes in UTF-8' }],
  })
  expect(sent).toEqual([])
})
