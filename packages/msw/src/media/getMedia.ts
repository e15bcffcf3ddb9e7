import { getMediaEndpoint } from '@wecom/media'
import { type Served, serveFile } from '../serve/serve.ts'
import { sendFile } from './sendFile.ts'

export const getMediaServed: Served = serveFile(
  getMediaEndpoint,
  (tenant, { media_id }, { range }) => sendFile(tenant.media.get(media_id), range),
  { missing: { media_id: 41006 } },
)
