import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface UploadMediaByUrlParams {
  /** What the file is for. 1, the only value: welcome messages to those who join a group (入群欢迎语). */
  scene: 1
  type: 'video' | 'file'
  /** What the receiver sees; at most 128 bytes. */
  filename: string
  /** From where WeCom fetches the file, by `Range` requests and without signing in; at most 1024 bytes. */
  url: string
  /** MD5 of the file, in hexadecimal digits. */
  md5: string
}

export interface UploadMediaByUrlResult {
  /** For `waitForMediaUpload` and `getMediaUploadResult`; good for 60 minutes. */
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
 * 生成异步上传任务 — has WeCom fetch a video (MP4) or file of up to 200 MB, for the welcome messages of groups.
 *
 * The media_id comes later: `waitForMediaUpload` waits for it, or the callback upload_media_job_finish tells that the
 * job is over, but not how it went. Such a media_id serves `getMedia` and the welcome templates of groups only.
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
