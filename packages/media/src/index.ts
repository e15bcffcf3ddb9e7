export { downloadInParts, type DownloadInPartsOptions } from './downloadInParts.ts'
export { getHdVoice, getHdVoiceEndpoint, type GetHdVoiceParams, type GetHdVoiceResult } from './getHdVoice.ts'
export {
  type DownloadOptions,
  getMedia,
  getMediaEndpoint,
  type GetMediaParams,
  type GetMediaResult,
  type MediaRange,
} from './getMedia.ts'
export {
  getMediaUploadResult,
  getMediaUploadResultEndpoint,
  type GetMediaUploadResultParams,
  type GetMediaUploadResultResult,
  type MediaUploadDetail,
} from './getMediaUploadResult.ts'
export { mediaExpiresAt } from './mediaExpiresAt.ts'
export {
  type FailedMediaUpload,
  type FinishedMediaUpload,
  type MediaUploadOutcome,
  type PendingMediaUpload,
  readMediaUploadResult,
  type UploadedMedia,
} from './readMediaUploadResult.ts'
export type { DownloadedMedia, DownloadedRange } from './toDownloadedMedia.ts'
export { type FileData, toFile, type ToFileOptions } from './toFile.ts'
export {
  uploadAttachment,
  uploadAttachmentEndpoint,
  type UploadAttachmentParams,
  type UploadAttachmentResult,
} from './uploadAttachment.ts'
export { uploadImage, uploadImageEndpoint, type UploadImageParams, type UploadImageResult } from './uploadImage.ts'
export { uploadMedia, uploadMediaEndpoint, type UploadMediaParams, type UploadMediaResult } from './uploadMedia.ts'
export {
  uploadMediaByUrl,
  uploadMediaByUrlEndpoint,
  type UploadMediaByUrlParams,
  type UploadMediaByUrlResult,
} from './uploadMediaByUrl.ts'
export { waitForMediaUpload } from './waitForMediaUpload.ts'
