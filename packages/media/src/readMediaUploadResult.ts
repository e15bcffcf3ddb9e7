import type { GetMediaUploadResultResult } from './getMediaUploadResult.ts'

/** How a job of `uploadMediaByUrl` stands. */
export type MediaUploadOutcome = PendingMediaUpload | FinishedMediaUpload

/** WeCom is still at it. */
export interface PendingMediaUpload {
  state: 'pending'
}

export type FinishedMediaUpload = UploadedMedia | FailedMediaUpload

/** WeCom has the file. */
export interface UploadedMedia {
  state: 'uploaded'
  /** Good for 3 days. */
  media_id: string
  /** In unix seconds; `mediaExpiresAt` reads it. 0 where WeCom does not say. */
  created_at: string | number
}

/** There is no file. */
export interface FailedMediaUpload {
  state: 'failed'
  /** Why: e.g. 830001 address invalid or without `Range`, 830003 download failed, 45001 too large, 301019 another MD5. */
  errcode: number
  errmsg: string
}

/**
 * Tells an upload that is done from one that failed or is not ready yet.
 * `getMediaUploadResult` succeeds in all three cases; here `media_id` is to be had only where there is one.
 *
 * @param answer - result of `getMediaUploadResult`.
 * @returns the outcome; `state` tells which.
 *
 * @example
 * const upload = readMediaUploadResult(await getMediaUploadResult(client, { jobid: 'job-1' }))
 * if (upload.state === 'failed') console.error(upload.errcode, upload.errmsg)
 */
export function readMediaUploadResult({ status, detail }: GetMediaUploadResultResult): MediaUploadOutcome {
  // WeCom's table has the status as a string, its sample as a number.
  const code = Number(status)
  if (code !== 2 && code !== 3) return { state: 'pending' }
  const { errcode, errmsg, media_id, created_at = 0 } = detail
  return code === 2 && media_id ? { state: 'uploaded', media_id, created_at } : { state: 'failed', errcode, errmsg }
}
