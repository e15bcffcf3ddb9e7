import { uploadImageEndpoint } from '@wecom/media'
import { kindOfContent } from '@wecom/media/formats'
import { Refusal } from '../Refusal.ts'
import { type Served, serve } from '../serve/serve.ts'
import { checkUpload, contentOf, megabyte } from './uploaded.ts'

export const uploadImageServed: Served = serve(
  uploadImageEndpoint,
  (tenant, { media }) => {
    if (kindOfContent(contentOf(media)) !== 'image') throw new Refusal(40123)
    return { url: tenant.media.addPicture() }
  },
  {
    customerContact: false,
    success: { errcode: 0, errmsg: '' },
    precheck: ({ media }) => checkUpload(media, { min: 5, max: 2 * megabyte }),
  },
)
