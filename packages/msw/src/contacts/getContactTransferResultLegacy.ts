import { getContactTransferResultLegacyEndpoint } from '@wecom/contacts'
import { type Served, serve } from '../serve/serve.ts'
import { findCustomer } from './visibleFollows.ts'

export const getContactTransferResultLegacyServed: Served = serve(
  getContactTransferResultLegacyEndpoint,
  (tenant, { external_userid, handover_userid, takeover_userid }) => {
    findCustomer(tenant, external_userid)
    const transfer = tenant.transfers
      .list()
      .findLast(
        (candidate) =>
          candidate.external_userid === external_userid &&
          candidate.handover_userid === handover_userid &&
          candidate.takeover_userid === takeover_userid,
      )
    // 5: there is no such transfer.
    return { status: transfer?.status ?? 5, takeover_time: transfer?.takeover_time ?? 0 }
  },
  { missing: { external_userid: 41035 } },
)
