import { uploadMediaByUrlEndpoint } from '@wecom/media'
import { Refusal } from '../Refusal.ts'
import { type Served, serve } from '../serve/serve.ts'

export const uploadMediaByUrlServed: Served = serve(
  uploadMediaByUrlEndpoint,
  (tenant, { type, filename, url }, { app }) => {
    if (!/^https?:\/\/./.test(url)) throw new Refusal(830001)
    return { jobid: tenant.mediaJobs.start(app, { type, filename, url }) }
  },
)
