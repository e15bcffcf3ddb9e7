import type { AppForm } from './CustomerEvent.ts'

/**
 * 异步上传临时素材: 回调异步任务结果 — an upload by `uploadMediaByUrl` of `@wecom/media` has ended, with or without success.
 * `getMediaUploadResult` reads the result. Only in the app form.
 */
export interface UploadMediaJobFinishEvent extends AppForm<'upload_media_job_finish'> {
  /** The `jobid` that `uploadMediaByUrl` returned. */
  JobId: string

  ChangeType?: undefined
}
