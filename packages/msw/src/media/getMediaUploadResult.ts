import { getMediaUploadResultEndpoint } from '@wecom/media'
import { errcodeTexts } from '../errcodeTexts.ts'
import { type Served, serve } from '../serve/serve.ts'
import type { MediaJob } from '../tenant/mediaJobs.ts'

export const getMediaUploadResultServed: Served = serve(getMediaUploadResultEndpoint, (tenant, { jobid }, { app }) => {
  const { status, errcode, media_id }: MediaJob = tenant.mediaJobs.get(app, jobid)
  const errmsg = errcode === 0 ? 'ok' : (errcodeTexts.get(errcode) ?? 'job failed')
  if (media_id === undefined) {
    return { status, detail: status === 1 ? { errcode: 0, errmsg: 'ok' } : { errcode, errmsg } }
  }
  const { created_at } = tenant.media.get(media_id)
  return { status, detail: { errcode, errmsg, media_id, created_at: String(created_at) } }
})
