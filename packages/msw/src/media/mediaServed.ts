import type { Served } from '../serve/serve.ts'
import { getHdVoiceServed } from './getHdVoice.ts'
import { getMediaServed } from './getMedia.ts'
import { getMediaUploadResultServed } from './getMediaUploadResult.ts'
import { uploadAttachmentServed } from './uploadAttachment.ts'
import { uploadImageServed } from './uploadImage.ts'
import { uploadMediaServed } from './uploadMedia.ts'
import { uploadMediaByUrlServed } from './uploadMediaByUrl.ts'

/** The endpoints of `@wecom/media`, all of them. */
export const mediaServed: readonly Served[] = [
  getHdVoiceServed,
  getMediaServed,
  getMediaUploadResultServed,
  uploadAttachmentServed,
  uploadImageServed,
  uploadMediaServed,
  uploadMediaByUrlServed,
]
