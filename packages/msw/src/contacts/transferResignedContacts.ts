import { transferResignedContactsEndpoint } from '@wecom/contacts'
import { Refusal } from '../Refusal.ts'
import { type Served, serve } from '../serve/serve.ts'
import { startTransfers } from './startTransfer.ts'

export const transferResignedContactsServed: Served = serve(
  transferResignedContactsEndpoint,
  (tenant, { handover_userid, takeover_userid, external_userid }, { app }) => {
    const handover = tenant.members.find(handover_userid)
    if (!handover) throw new Refusal(60111, `userid not found: ${handover_userid}`)
    if (!handover.resigned_at) throw new Refusal(40097)
    const takeover = tenant.members.visibleMember(app, takeover_userid)
    return { customer: startTransfers(tenant, { handover, takeover }, external_userid) }
  },
  { empty: { customer: [] } },
)
