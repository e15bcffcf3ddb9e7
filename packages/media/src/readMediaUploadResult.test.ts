import { expect, test } from 'vitest'
import { readMediaUploadResult } from './readMediaUploadResult.ts'

const detail = { errcode: 0, errmsg: 'ok' }

test('default', () => {
  const done = { ...detail, media_id: 'media-1', created_at: '1790000000' }

  expect(readMediaUploadResult({ status: 2, detail: done })).toEqual({
    state: 'uploaded',
    media_id: 'media-1',
    created_at: '1790000000',
  })
})

test('behavior: in progress, and any status of later days, is pending', () => {
  expect(readMediaUploadResult({ status: 1, detail })).toEqual({ state: 'pending' })
  expect(readMediaUploadResult({ status: 4, detail })).toEqual({ state: 'pending' })
})

test('behavior: failed', () => {
  expect(readMediaUploadResult({ status: 3, detail: { ...detail, media_id: 'media-1' } }).state).toBe('failed')
  expect(readMediaUploadResult({ status: 3, detail: { errcode: 830003, errmsg: 'download failed' } })).toEqual({
    state: 'failed',
    errcode: 830003,
    errmsg: 'download failed',
  })
})

test('behavior: done without a media_id is failed, without a time it is not', () => {
  expect(readMediaUploadResult({ status: 2, detail })).toEqual({ state: 'failed', ...detail })
  expect(readMediaUploadResult({ status: 2, detail: { ...detail, media_id: 'media-1' } })).toEqual({
    state: 'uploaded',
    media_id: 'media-1',
    created_at: 0,
  })
})

test('behavior: a status as a string', () => {
  const done = { ...detail, media_id: 'media-1', created_at: '1790000000' }

  expect(readMediaUploadResult({ status: '2', detail: done })).toMatchObject({ state: 'uploaded' })
})
