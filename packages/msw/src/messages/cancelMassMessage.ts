import { cancelMassMessageEndpoint } from '@wecom/messages'
import { type Served, serve } from '../serve/serve.ts'
import { findRunningMassMessage } from './findMassMessage.ts'

export const cancelMassMessageServed: Served = serve(
  cancelMassMessageEndpoint,
  (tenant, { msgid }, { app }) => {
    findRunningMassMessage(tenant, app, msgid).cancelled_at = tenant.clock.seconds()
    return {}
  },
  { missing: { msgid: 41046 } },
)
