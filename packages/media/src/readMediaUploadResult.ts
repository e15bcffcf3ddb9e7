import type { GetMediaUploadResultResult } from './getMediaUploadResult.ts'

/** The state of a job of `uploadMediaByUrl`. */
export type MediaUploadOutcome = PendingMediaUpload | FinishedMediaUpload

/** WeCom has not finished yet. */
export interface PendingMediaUpload {
  state: 'pending'
}

export type FinishedMediaUpload = UploadedMedia | FailedMediaUpload

/** WeCom has the file. */
export interface UploadedMedia {
  state: 'uploaded'
  /** Expires after 3 days. */
  media_id: string
  /** Unix seconds; `mediaExpiresAt` reads it. 0 if WeCom does not return it. */
  created_at: string | number
}

/** The upload failed; there is no file. */
export interface FailedMediaUpload {
  state: 'failed'
  /** E.g. 830001 address invalid or without `Range`, 830003 download failed, 45001 too large, 301019 the MD5 differs. */
  errcode: number
  errmsg: string
}

/**
 * Interprets a result of `getMediaUploadResult`, which succeeds in all three cases: uploaded, failed, not finished yet.
 * Only the state `uploaded` has a `media_id`.
 *
 * @param answer - result of `getMediaUploadResult`.
 * @returns the outcome; `state` tells which.
 *
 * @example
 * const upload = readMediaUploadResult(await getMediaUploadResult(client, { jobid: 'job-1' }))
 * if (upload.state === 'failed') console.error(upload.errcode, upload.errmsg)
 */
export function readMediaUploadResult({ status, detail }: GetMediaUploadResultResult): MediaUploadOutcome {
  // WeCom's table has the status as a string, WeCom's sample as a number.
  const code = Number(status)
  if (code !== 2 && code !== 3) return { state: 'pending' }
  const { errcode, errmsg, media_id, created_at = 0 } = detail
  return code === 2 && media_id ? { state: 'uploaded', media_id, created_at } : { state: 'failed', errcode, errmsg }
}
