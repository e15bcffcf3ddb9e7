import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface GetMediaUploadResultParams {
  /** Id of the job: `jobid` of `uploadMediaByUrl`, called in the last 60 minutes. */
  jobid: string
}

export interface GetMediaUploadResultResult {
  /** State of the job: 1 in progress, 2 done, 3 failed. WeCom's table has a string here, WeCom's sample a number. */
  status: 1 | 2 | 3 | (number & {}) | string
  detail: MediaUploadDetail
}

/** The outcome of the upload. `readMediaUploadResult` interprets it. */
export interface MediaUploadDetail {
  /**
   * The errcode of the upload: **any value except 0 means that there is no file**, although the query succeeded.
   * 830001 address invalid or without `Range`, 830003 download failed, 45001 not within 5 bytes and 200 MB,
   * 301019 the MD5 differs.
   */
  errcode: number
  errmsg: string
  /** Media_id of the file, which expires after 3 days. Present only if `status` is 2. */
  media_id?: string | undefined
  /**
   * Time of the upload, in unix seconds, as a numeric string. `mediaExpiresAt` reads it. Present only if `status` is 2.
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
 * 查询异步任务结果 — reads the state of a job of `uploadMediaByUrl`, and its media_id once it is done. `waitForMediaUpload`
 * repeats this call until the job is done.
 *
 * **The call succeeds even if the upload failed:** `detail` has its own errcode. `readMediaUploadResult` interprets it.
 *
 * @param client - made by `createClient`.
 * @param params - {@link GetMediaUploadResultParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the status, and the outcome of a finished job.
 * @throws {WeComApiError} `40088`: there is no such job, or it is older than 60 minutes. A failed upload does not
 * throw.
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
