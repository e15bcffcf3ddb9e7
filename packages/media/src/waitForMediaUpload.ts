import type { Client, PollOptions } from '@wecom/core'
import { poll } from '@wecom/core/define'
import {
  getMediaUploadResult,
  getMediaUploadResultEndpoint,
  type GetMediaUploadResultParams,
} from './getMediaUploadResult.ts'
import { type FinishedMediaUpload, readMediaUploadResult } from './readMediaUploadResult.ts'

/**
 * Waits until WeCom has finished a job that `uploadMediaByUrl` started. The function calls `getMediaUploadResult` at
 * growing intervals.
 *
 * **A finished job may have failed.** The function does not throw for a failed upload, so check `state` of the result.
 *
 * If the function stops waiting early, the job continues. You can call the function again with the same jobid, until 60
 * minutes after the start of the job.
 *
 * @param client - made by `createClient`.
 * @param params - {@link GetMediaUploadResultParams}
 * @param options - {@link PollOptions}; `signal` ends both the calls and the pauses between them.
 * @returns the state of the finished job: `uploaded` with the media_id, or `failed` with an errcode.
 * @throws {WeComTimeoutError} the job was not finished within `totalTimeout`.
 * @throws {WeComApiError} `40088`: there is no such job, or it is older than 60 minutes.
 *
 * @example
 * // `url` is the address of the video on your server, `md5` is the MD5 hash of the video.
 * const { jobid } = await uploadMediaByUrl(client, { scene: 1, type: 'video', filename: '欢迎.mp4', url, md5 })
 * const upload = await waitForMediaUpload(client, { jobid })
 * if (upload.state === 'failed') throw new Error(`${upload.errcode} ${upload.errmsg}`)
 */
export function waitForMediaUpload(
  client: Client,
  params: GetMediaUploadResultParams,
  options?: PollOptions,
): Promise<FinishedMediaUpload> {
  return poll(
    getMediaUploadResultEndpoint,
    async (asking) => {
      const upload = readMediaUploadResult(await getMediaUploadResult(client, params, asking))
      return upload.state === 'pending' ? undefined : upload
    },
    options,
  )
}
