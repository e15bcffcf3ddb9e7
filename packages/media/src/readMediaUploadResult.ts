import type { GetMediaUploadResultResult } from './getMediaUploadResult.ts'

/** The state of a job of `uploadMediaByUrl`. */
export type MediaUploadOutcome = PendingMediaUpload | FinishedMediaUpload

/** A job that WeCom has not finished yet. */
export interface PendingMediaUpload {
  state: 'pending'
}

export type FinishedMediaUpload = UploadedMedia | FailedMediaUpload

/** A job that succeeded, so that WeCom has the file. */
export interface UploadedMedia {
  state: 'uploaded'
  /** Media_id of the file. It expires after 3 days. */
  media_id: string
  /** Time of the upload, in unix seconds. `mediaExpiresAt` reads it. 0 if WeCom does not return it. */
  created_at: string | number
}

/** A job that failed, so that there is no file. */
export interface FailedMediaUpload {
  state: 'failed'
  /**
   * Errcode of the failure, e.g. 830001 URL invalid or without `Range`, 830003 download failed, 45001 too large, 301019
   * the MD5 differs.
   */
  errcode: number
  errmsg: string
}

/**
 * Interprets a result of `getMediaUploadResult`, which succeeds in all three cases: uploaded, failed, not finished yet.
 * Only the state `uploaded` has a `media_id`.
 *
 * @param answer - result of `getMediaUploadResult`.
 * @returns the outcome, whose `state` is one of the three cases.
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
