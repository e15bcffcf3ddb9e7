import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface UploadMediaByUrlParams {
  /** Purpose of the file: 1 (the only value) group welcome templates (入群欢迎语). */
  scene: 1
  type: 'video' | 'file'
  /** Name of the file that the receiver sees, at most 128 bytes. */
  filename: string
  /** URL from which WeCom downloads the file by `Range` requests, without signing in. It has at most 1024 bytes. */
  url: string
  /** MD5 of the file, in hexadecimal digits. */
  md5: string
}

export interface UploadMediaByUrlResult {
  /** Id of the job, for `waitForMediaUpload` and `getMediaUploadResult`. It expires after 60 minutes. */
  jobid: string
}

export const uploadMediaByUrlEndpoint: Endpoint<UploadMediaByUrlParams, UploadMediaByUrlResult> = defineEndpoint({
  name: 'uploadMediaByUrl',
  method: 'POST',
  path: '/cgi-bin/media/upload_by_url',
  effect: 'create',
  docs: 96219,
  params: wireObject<UploadMediaByUrlParams>({
    scene: v.picklist([1]),
    type: v.picklist(['video', 'file']),
    filename: v.pipe(v.string(), v.nonEmpty(), v.maxBytes(128, 'at most 128 bytes in UTF-8')),
    url: v.pipe(v.string(), v.nonEmpty(), v.maxBytes(1024, 'at most 1024 bytes in UTF-8')),
    md5: v.pipe(v.string(), v.nonEmpty(), v.maxBytes(32, 'at most 32 bytes: the MD5 in hexadecimal digits')),
  }),
  result: wireObject<UploadMediaByUrlResult>({
    jobid: v.string(),
  }),
})

/**
 * 生成异步上传任务 — makes WeCom download a video (MP4) or file of up to 200 MB, for group welcome templates.
 *
 * The media_id comes later: `waitForMediaUpload` waits for it. The event upload_media_job_finish reports the end of the
 * job, but not its outcome. The media_id works only for `getMedia` and group welcome templates.
 *
 * @param client - made by `createClient`.
 * @param params - {@link UploadMediaByUrlParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the id of the job.
 * @throws {WeComApiError} `830001`: the address is invalid, or does not answer `Range` requests.
 * @see https://developer.work.weixin.qq.com/document/path/96219
 *
 * @example
 * const { jobid } = await uploadMediaByUrl(client, { scene: 1, type: 'video', filename: '欢迎.mp4', url, md5 })
 * const upload = await waitForMediaUpload(client, { jobid })
 */
export function uploadMediaByUrl(
  client: Client,
  params: UploadMediaByUrlParams,
  options?: RequestOptions,
): Promise<UploadMediaByUrlResult> {
  return client.request(uploadMediaByUrlEndpoint, params, options)
}
