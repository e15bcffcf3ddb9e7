import type { AppForm } from './CustomerEvent.ts'

/**
 * 异步上传临时素材: 回调异步任务结果 — an upload by `uploadMediaByUrl` of `@wecom/media` has ended. Call `getMediaUploadResult` to find
 * out whether the upload succeeded. Only self-built and provider-developed apps receive this event, not suites
 * (third-party apps, 第三方应用).
 */
export interface UploadMediaJobFinishEvent extends AppForm<'upload_media_job_finish'> {
  /** Id of the upload: the `jobid` that `uploadMediaByUrl` returned. */
  JobId: string

  ChangeType?: undefined
}
