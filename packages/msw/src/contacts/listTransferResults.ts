import type { TransferredContact } from '@wecom/contacts'
import { Refusal } from '../Refusal.ts'
import type { App } from '../tenant/apps.ts'
import type { CursorPage } from '../tenant/cursors.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import type { Transfer } from '../tenant/transfers.ts'

export interface TransferResultsParams {
  readonly handover_userid: string
  readonly takeover_userid: string
  readonly cursor?: string | undefined
}

const pageSize = 1000

/** One page of how transfers between two members went, each customer with the newest. */
export function listTransferResults(
  tenant: Tenant,
  app: App,
  kind: Transfer['kind'],
  { handover_userid, takeover_userid, cursor }: TransferResultsParams,
): CursorPage<TransferredContact> {
  if (!tenant.members.find(handover_userid)) throw new Refusal(60111, `userid not found: ${handover_userid}`)
  tenant.members.visibleMember(app, takeover_userid)
  return tenant.cursors.page({
    scope: ['listTransferResults', app.name, kind, handover_userid, takeover_userid],
    cursor,
    limit: pageSize,
    list: () => [
      ...new Map(
        tenant.transfers
          .list()
          .filter(
            (transfer) =>
              transfer.kind === kind &&
              transfer.handover_userid === handover_userid &&
              transfer.takeover_userid === takeover_userid,
          )
          .map(({ external_userid, status, takeover_time }) => [
            external_userid,
            { external_userid, status, takeover_time },
          ]),
      ).values(),
    ],
  })
}
