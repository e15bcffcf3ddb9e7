import { transferContactsEndpoint } from '@wecom/contacts'
import { type Served, serve } from '../serve/serve.ts'
import { startTransfers } from './startTransfer.ts'

export const transferContactsServed: Served = serve(
  transferContactsEndpoint,
  (tenant, { handover_userid, takeover_userid, external_userid }, { app }) => {
    const handover = tenant.members.visibleMember(app, handover_userid)
    const takeover = tenant.members.visibleMember(app, takeover_userid)
    return { customer: startTransfers(tenant, { handover, takeover }, external_userid) }
  },
  { empty: { customer: [] } },
)
