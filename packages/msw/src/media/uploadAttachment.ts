import { uploadAttachmentEndpoint } from '@wecom/media'
import { Refusal } from '../Refusal.ts'
import { type Served, serve } from '../serve/serve.ts'
import { kindOfContent } from './kindOfContent.ts'
import { checkUpload, contentOf, megabyte } from './uploaded.ts'

const wrongContent = { image: 40004, video: 41090 } as const

export const uploadAttachmentServed: Served = serve(
  uploadAttachmentEndpoint,
  (tenant, { media_type, attachment_type, media }) => {
    const content = contentOf(media)
    if (kindOfContent(content) !== media_type) throw new Refusal(wrongContent[media_type])
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
      checkUpload(media, { min: 6, max: 10 * megabyte })
    },
  },
)
