import { uploadAttachmentEndpoint } from '@wecom/media'
import { imageSizeOf, kindOfContent, videoSecondsOf } from '@wecom/media/formats'
import { Refusal } from '../Refusal.ts'
import { type Served, serve } from '../serve/serve.ts'
import { checkUpload, contentOf, megabyte } from './uploaded.ts'

const wrongContent = { image: 40004, video: 41090 } as const
const forMoments = 1
/** Pixels. */
const maxSides = { long: 10_800, short: 1080 }
const maxSeconds = 30

export const uploadAttachmentServed: Served = serve(
  uploadAttachmentEndpoint,
  (tenant, { media_type, attachment_type, media }) => {
    const content = contentOf(media)
    if (kindOfContent(content) !== media_type) throw new Refusal(wrongContent[media_type])
    if (attachment_type === forMoments) checkMomentFile(media_type, content)
    const { media_id, created_at } = tenant.media.add({
      type: media_type,
      attachment_type,
      filename: media.name,
      content_type: media.type,
      content,
    })
    return { type: media_type, media_id, created_at }
  },
  {
    numbers: ['attachment_type'],
    precheck: ({ media_type, attachment_type, media }) => {
      // No use takes files, though the call knows them.
      if (media_type === 'file' || (attachment_type === 2 && media_type === 'video')) throw new Refusal(41072)
      checkUpload(media, { min: 6, max: 10 * megabyte, tooLarge: 41080 })
    },
  },
)

/** @throws {Refusal} 41081: too many pixels. 41082: too long. What does not tell its size passes. */
function checkMomentFile(media_type: 'image' | 'video', content: Uint8Array): void {
  if (media_type === 'video') {
    if (Math.floor(videoSecondsOf(content) ?? 0) > maxSeconds) throw new Refusal(41082)
    return
  }
  const { width, height } = imageSizeOf(content) ?? { width: 0, height: 0 }
  if (Math.max(width, height) > maxSides.long || Math.min(width, height) > maxSides.short) throw new Refusal(41081)
}
