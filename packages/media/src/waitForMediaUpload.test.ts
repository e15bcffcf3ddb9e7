import { createTestClient } from '@wecom/core/testing'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { waitForMediaUpload } from './waitForMediaUpload.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const params = { jobid: 'job-31' }
const running = { errcode: 0, errmsg: 'ok', status: 1, detail: { errcode: 0, errmsg: 'ok' } }
const detail = { errcode: 0, errmsg: 'ok', media_id: 'media-1', created_at: '1790000000' }
const done = { ...running, status: 2, detail }
const failed = { ...running, status: 3, detail: { errcode: 830003, errmsg: 'download failed' } }

test('default', async () => {
  const { client, sent } = createTestClient([running, running, done])
  const settled = waitForMediaUpload(client, params)
  await vi.advanceTimersByTimeAsync(2_000 + 3_000)

  expect(await settled).toEqual({ state: 'uploaded', media_id: 'media-1', created_at: '1790000000' })
  expect(sent).toEqual(
    Array.from({ length: 3 }, () => ({
      method: 'POST',
      path: '/cgi-bin/media/get_upload_by_url_result',
      query: {},
      token: 'test-token',
      body: params,
    })),
  )
})

test('behavior: a job that is over already is not waited for', async () => {
  const { client, sent } = createTestClient([done])

  expect(await waitForMediaUpload(client, params)).toMatchObject({ state: 'uploaded' })
  expect(sent).toHaveLength(1)
})

test('behavior: a failed upload is returned with its errcode', async () => {
  const { client } = createTestClient([failed])

  expect(await waitForMediaUpload(client, params)).toEqual({
    state: 'failed',
    errcode: 830003,
    errmsg: 'download failed',
  })
})

test('behavior: the waits follow the options', async () => {
  const { client, sent } = createTestClient([running, running, done])
  const settled = waitForMediaUpload(client, params, { minDelay: 100, growth: 3 })
  await vi.advanceTimersByTimeAsync(99)
  expect(sent).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(1 + 299)
  expect(sent).toHaveLength(2)
  await vi.advanceTimersByTimeAsync(1)

  expect(await settled).toMatchObject({ state: 'uploaded' })
})

test('error: the query itself fails', async () => {
  const { client } = createTestClient([{ errcode: 40088, errmsg: 'invalid jobid' }])

  await expect(waitForMediaUpload(client, params)).rejects.toMatchObject({
    kind: 'api',
    errcode: 40088,
    endpoint: 'getMediaUploadResult',
  })
})

test('error: aborted during a wait: it ends at once', async () => {
  const { client, sent } = createTestClient([running])
  const controller = new AbortController()
  const settled = expect(waitForMediaUpload(client, params, { signal: controller.signal })).rejects.toMatchObject({
    kind: 'abort',
  })
  await vi.advanceTimersByTimeAsync(10)
  controller.abort()

  await settled
  expect(sent).toHaveLength(1)
})

test('error: the time is up', async () => {
  const { client } = createTestClient([running, running])
  const settled = expect(waitForMediaUpload(client, params, { totalTimeout: 4_000 })).rejects.toMatchInlineSnapshot(`
    [WeComTimeoutError: getMediaUploadResult failed: no answer within 4000 ms

    Endpoint: POST /cgi-bin/media/get_upload_by_url_result
    Docs: https://developer.work.weixin.qq.com/document/path/96219]
  `)
  await vi.advanceTimersByTimeAsync(4_000)

  await settled
})
