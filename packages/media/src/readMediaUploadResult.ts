import type { GetMediaUploadResultResult } from './getMediaUploadResult.ts'

/** The state of a job that `uploadMediaByUrl` started: not finished, uploaded, or failed. */
export type MediaUploadOutcome = PendingMediaUpload | FinishedMediaUpload

/** The state of a job that uploads a file and is not finished yet. */
export interface PendingMediaUpload {
  state: 'pending'
}

export type FinishedMediaUpload = UploadedMedia | FailedMediaUpload

/** Result of an upload by URL (异步上传) that has succeeded: the file is at WeCom. */
export interface UploadedMedia {
  state: 'uploaded'
  /** Media_id of the file. The media_id expires after 3 days. */
  media_id: string
  /**
   * Time of the upload, in unix seconds, as a string of digits or a number. `mediaExpiresAt` converts both to the time
   * of expiry. 0 if WeCom does not return the time.
   */
  created_at: string | number
}

/** The state of a job that has failed. WeCom did not store the file. */
export interface FailedMediaUpload {
  state: 'failed'
  /**
   * Errcode with the reason of the failure, e.g. 830001 (invalid URL, or the server does not support `Range`), 830003
   * (download failed), 45001 (too large), 301019 (the MD5 differs).
   */
  errcode: number
  errmsg: string
}

/**
 * Interprets a result of `getMediaUploadResult`. `getMediaUploadResult` succeeds in three cases: the job is pending,
 * the job has uploaded the file, or the job has failed. This function returns which of the three cases it is.
 *
 * @param answer - result of `getMediaUploadResult`.
 * @returns an object whose field `state` is `pending`, `uploaded` or `failed`. `media_id` is present only if `state` is
 *   `uploaded`.
 *
 * @example
 * const upload = readMediaUploadResult(await getMediaUploadResult(client, { jobid: 'job-1' }))
 * if (upload.state === 'failed') console.error(upload.errcode, upload.errmsg)
 */
export function readMediaUploadResult({ status, detail }: GetMediaUploadResultResult): MediaUploadOutcome {
  // In WeCom's documentation, the table of fields has the status as a string, the sample as a number.
  const code = Number(status)
  if (code !== 2 && code !== 3) return { state: 'pending' }
  const { errcode, errmsg, media_id, created_at = 0 } = detail
  return code === 2 && media_id ? { state: 'uploaded', media_id, created_at } : { state: 'failed', errcode, errmsg }
}
