import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface GetMediaUploadResultParams {
  /** The `jobid` that `uploadMediaByUrl` returned. The jobid expires after 60 minutes. */
  jobid: string
}

export interface GetMediaUploadResultResult {
  /**
   * State of the job: 1 in progress, 2 done, 3 failed. WeCom's documentation describes a string, but its sample shows a
   * number.
   */
  status: 1 | 2 | 3 | (number & {}) | string
  detail: MediaUploadDetail
}

/**
 * The result of an upload job: its errcode, and the media_id of the file. To interpret it together with `status`, pass
 * the whole result of `getMediaUploadResult` to `readMediaUploadResult`.
 */
export interface MediaUploadDetail {
  /**
   * Errcode of the upload. **Any value except 0 means that WeCom did not store the file**, although
   * `getMediaUploadResult` succeeded. Examples: 830001 (invalid URL, or the server does not support `Range`), 830003
   * (download failed), 45001 (the file is too small or larger than 200 MB), 301019 (the MD5 differs).
   */
  errcode: number
  errmsg: string
  /** Media_id of the file. It expires after 3 days. Present only if `status` is 2 (done). */
  media_id?: string | undefined
  /**
   * Time of the upload, in unix seconds. WeCom documents a string of digits. The client also accepts a number.
   * `mediaExpiresAt` converts both to the time of expiry. Present only if `status` is 2 (done).
   */
  created_at?: string | number | undefined
}

export const getMediaUploadResultEndpoint: Endpoint<GetMediaUploadResultParams, GetMediaUploadResultResult> =
  defineEndpoint({
    name: 'getMediaUploadResult',
    method: 'POST',
    path: '/cgi-bin/media/get_upload_by_url_result',
    effect: 'read',
    docs: 96219,
    params: wireObject<GetMediaUploadResultParams>({
      jobid: v.pipe(v.string(), v.nonEmpty(), v.maxBytes(128, 'at most 128 bytes in UTF-8')),
    }),
    result: wireObject<GetMediaUploadResultResult>({
      status: v.union([v.number(), v.string()]),
      detail: wireObject<MediaUploadDetail>({
        errcode: v.number(),
        errmsg: v.string(),
        media_id: v.optional(v.string()),
        created_at: v.optional(v.union([v.string(), v.number()])),
      }),
    }),
  })

/**
 * 查询异步任务结果 — reads the state of a job that `uploadMediaByUrl` started. If WeCom has stored the file, the result
 * contains the media_id. `waitForMediaUpload` repeats this call until the job is finished.
 *
 * **The call succeeds even if the upload failed.** The field `detail` has an errcode of its own.
 * `readMediaUploadResult` interprets the answer.
 *
 * @param client - made by `createClient`.
 * @param params - {@link GetMediaUploadResultParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the state of the job, and the result of a finished job.
 * @throws {WeComApiError} `40088`: there is no such job, or it is older than 60 minutes. A failed upload does not
 *   throw.
 * @see https://developer.work.weixin.qq.com/document/path/96219
 *
 * @example
 * const upload = readMediaUploadResult(await getMediaUploadResult(client, { jobid: 'job-1' }))
 * if (upload.state === 'uploaded') console.log(upload.media_id)
 */
export function getMediaUploadResult(
  client: Client,
  params: GetMediaUploadResultParams,
  options?: RequestOptions,
): Promise<GetMediaUploadResultResult> {
  return client.request(getMediaUploadResultEndpoint, params, options)
}
