import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface UploadMediaByUrlParams {
  /** Purpose of the file. The only value is 1: templates of the welcome message for group chats (入群欢迎语). */
  scene: 1
  type: 'video' | 'file'
  /** Name of the file that the receiver sees, at most 128 bytes. */
  filename: string
  /**
   * URL from which WeCom downloads the file, at most 1024 bytes. The server must support `Range` requests and must not
   * require a login.
   */
  url: string
  /** MD5 hash of the file, in hexadecimal digits. */
  md5: string
}

export interface UploadMediaByUrlResult {
  /**
   * Id of the job that uploads the file. Pass it to `waitForMediaUpload` or `getMediaUploadResult`. The jobid expires
   * after 60 minutes.
   */
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
 * 生成异步上传任务 — starts a job in which WeCom downloads a video (MP4) or file of up to 200 MB from a URL. The file is for
 * templates of the welcome message for group chats.
 *
 * The call returns before the media_id exists. `waitForMediaUpload` waits for the media_id. The event
 * `upload_media_job_finish` reports that the job has ended, but not whether the job failed. Use the media_id only for
 * these templates and for `getMedia`. Other calls refuse it.
 *
 * @param client - made by `createClient`.
 * @param params - {@link UploadMediaByUrlParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the id of the job.
 * @throws {WeComApiError} `830001`: the URL is invalid, or its server does not support `Range` requests.
 * @see https://developer.work.weixin.qq.com/document/path/96219
 *
 * @example
 * // `url` is the address of the video on your server, `md5` is the MD5 hash of the video.
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
