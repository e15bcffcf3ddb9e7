import { uploadMediaEndpoint } from '@wecom/media'
import { kindOfContent } from '@wecom/media/formats'
import { Refusal } from '../Refusal.ts'
import { type Served, serve } from '../serve/serve.ts'
import { checkUpload, contentOf, megabyte, statedSizeOf } from './uploaded.ts'

const maxMegabytes: Readonly<Record<string, number>> = { image: 10, voice: 2, video: 10, file: 20 }
const wrongContent = { image: 40004, voice: 301017, video: 41090 } as const

export const uploadMediaServed: Served = serve(
  uploadMediaEndpoint,
  (tenant, { type, media }) => {
    const content = contentOf(media)
    if (type !== 'file' && kindOfContent(content) !== type) throw new Refusal(wrongContent[type])
    if (type === 'image' && statedSizeOf(media) !== media.size) throw new Refusal(40123)
    const { media_id, created_at } = tenant.media.add({
      type,
      filename: media.name,
      content_type: media.type,
      content,
    })
    return { type, media_id, created_at: String(created_at) }
  },
  {
    customerContact: false,
    success: { errcode: 0, errmsg: '' },
    precheck: ({ type, media }) => {
      const max = maxMegabytes[String(type)]
      if (max === undefined) throw new Refusal(40005)
      checkUpload(media, { min: 6, max: max * megabyte })
    },
  },
)
