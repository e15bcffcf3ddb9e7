import { getHdVoiceEndpoint } from '@wecom/media'
import { Refusal } from '../Refusal.ts'
import { type Served, serveFile } from '../serve/serve.ts'
import { sendFile } from './sendFile.ts'

export const getHdVoiceServed: Served = serveFile(
  getHdVoiceEndpoint,
  (tenant, { media_id }, { range }) => {
    const file = tenant.media.get(media_id)
    if (file.type !== 'voice') throw new Refusal(40007)
    return sendFile({ ...file, content_type: 'voice/speex' }, range)
  },
  { missing: { media_id: 41006 } },
)
