import { cancelMomentTaskEndpoint } from '@wecom/moments'
import { type Served, serve } from '../serve/serve.ts'
import { findCorpMoment } from './findMoment.ts'

export const cancelMomentTaskServed: Served = serve(
  cancelMomentTaskEndpoint,
  (tenant, { moment_id }, { app }) => {
    findCorpMoment(tenant, app, moment_id).cancelled_at ??= tenant.clock.seconds()
    return {}
  },
  { missing: { moment_id: 41059 } },
)
