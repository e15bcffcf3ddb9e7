import { transferContactLegacyEndpoint } from '@wecom/contacts'
import { Refusal } from '../Refusal.ts'
import { type Served, serve } from '../serve/serve.ts'
import { startTransfer } from './startTransfer.ts'

export const transferContactLegacyServed: Served = serve(
  transferContactLegacyEndpoint,
  (tenant, { handover_userid, takeover_userid, external_userid }, { app }) => {
    const left = tenant.members.find(handover_userid)
    const handover = left?.resigned_at ? left : tenant.members.visibleMember(app, handover_userid)
    const takeover = tenant.members.visibleMember(app, takeover_userid)
    const errcode = startTransfer(tenant, { handover, takeover }, external_userid)
    if (errcode !== 0) throw new Refusal(errcode)
    return {}
  },
  { missing: { external_userid: 41035 } },
)
