import {
  getContactTransferResultLegacyEndpoint,
  listContactTransferResultsEndpoint,
  listResignedContactTransferResultsEndpoint,
  listUnassignedContactsEndpoint,
  transferContactLegacyEndpoint,
  transferContactsEndpoint,
  type TransferEntry,
  type TransferredContact,
  transferResignedContactsEndpoint,
  type UnassignedContact,
} from '@wecom/contacts'
import { Refusal } from '../base/Refusal.ts'
import type { CursorPage } from '../base/cursors.ts'
import type { Corp } from '../state/Corp.ts'
import { type App, type Member, servesCustomers } from '../state/members.ts'
import type { Transfer } from '../state/transfers.ts'
import { serve, type Served } from './serve.ts'
import { findCustomer } from './visible.ts'

export const transferContactsServed: Served = serve(
  transferContactsEndpoint,
  (corp, { handover_userid, takeover_userid, external_userid }, { app }) => {
    const handover = corp.members.visibleMember(app, handover_userid)
    const takeover = corp.members.visibleMember(app, takeover_userid)
    return { customer: startTransfers(corp, { handover, takeover }, external_userid) }
  },
  { failureFields: { customer: [] } },
)

export const transferResignedContactsServed: Served = serve(
  transferResignedContactsEndpoint,
  (corp, { handover_userid, takeover_userid, external_userid }, { app }) => {
    const handover = corp.members.find(handover_userid)
    if (!handover) throw new Refusal(60111, `userid not found: ${handover_userid}`)
    if (!handover.resigned_at) throw new Refusal(40097)
    const takeover = corp.members.visibleMember(app, takeover_userid)
    return { customer: startTransfers(corp, { handover, takeover }, external_userid) }
  },
  { failureFields: { customer: [] } },
)

export const transferContactLegacyServed: Served = serve(
  transferContactLegacyEndpoint,
  (corp, { handover_userid, takeover_userid, external_userid }, { app }) => {
    const left = corp.members.find(handover_userid)
    const handover = left?.resigned_at ? left : corp.members.visibleMember(app, handover_userid)
    const takeover = corp.members.visibleMember(app, takeover_userid)
    const errcode = startTransfer(corp, { handover, takeover }, external_userid)
    if (errcode !== 0) throw new Refusal(errcode)
    return {}
  },
  { missing: { external_userid: 41035 } },
)

// Transfers of one customer between current members, within `transferDays` calendar days.
const maxTransfers = 2
const transferDays = 90
const year = 365 * 24 * 3600

interface TransferPair {
  readonly handover: Member
  readonly takeover: Member
}

function startTransfers(corp: Corp, pair: TransferPair, external_userids: readonly string[]): TransferEntry[] {
  return external_userids.map((external_userid) => ({
    external_userid,
    errcode: startTransfer(corp, pair, external_userid),
  }))
}

/**
 * Starts the transfer of a customer and returns 0. If the transfer is not possible, returns the errcode for the reason.
 */
function startTransfer(corp: Corp, pair: TransferPair, external_userid: string): number {
  const errcode = findObstacle(corp, pair, external_userid)
  if (errcode === 0) {
    corp.transfers.start({
      kind: pair.handover.resigned_at ? 'resigned' : 'onjob',
      handover_userid: pair.handover.userid,
      takeover_userid: pair.takeover.userid,
      external_userid,
    })
  }
  return errcode
}

function findObstacle(corp: Corp, { handover, takeover }: TransferPair, external_userid: string): number {
  const now = corp.clock.seconds()
  const { customer_limit = Number.POSITIVE_INFINITY } = takeover
  if (handover.userid === takeover.userid) return 40130
  if (!corp.customers.find(external_userid)) return 40096
  // A member who left had customer contact. A current member without it has contacts, but no customers.
  const hasCustomers = handover.resigned_at !== undefined || servesCustomers(handover)
  if (!hasCustomers || !corp.follows.find(handover.userid, external_userid)) return 40131
  if (!servesCustomers(takeover)) return 84074
  if (!takeover.verified) return 40098
  if (handover.banned || takeover.banned) return 40143
  if (isLoginTooOld(handover, now) || isLoginTooOld(takeover, now)) return 40205
  if (corp.transfers.waiting(external_userid)) return 40129
  if (!handover.resigned_at && corp.transfers.countOnJob(external_userid, transferDays) >= maxTransfers) return 40128
  if (corp.follows.countOfMember(takeover.userid) >= customer_limit) return 40099
  return 0
}

/**
 * Returns true if the member may not take part in a transfer of customers, because the member's last login or departure
 * is too long ago. The rules:
 * - A current member must have logged in within the last year.
 * - A member who left the corp must have left within the last year, and must have logged in within the year before
 *   leaving.
 */
export function isLoginTooOld({ resigned_at, last_login_at }: Member, now: number): boolean {
  const until = resigned_at ?? now
  return now - until > year || until - (last_login_at ?? until) > year
}

export const listContactTransferResultsServed: Served = serve(
  listContactTransferResultsEndpoint,
  (corp, params, { app }) => {
    const { items, next_cursor = '' } = listTransferResults(corp, app, 'onjob', params)
    return { customer: items, next_cursor }
  },
  { failureFields: { customer: [] } },
)

export const listResignedContactTransferResultsServed: Served = serve(
  listResignedContactTransferResultsEndpoint,
  (corp, params, { app }) => {
    const { items, next_cursor = '' } = listTransferResults(corp, app, 'resigned', params)
    return { customer: items, next_cursor }
  },
  { failureFields: { customer: [] } },
)

export const getContactTransferResultLegacyServed: Served = serve(
  getContactTransferResultLegacyEndpoint,
  (corp, { external_userid, handover_userid, takeover_userid }) => {
    findCustomer(corp, external_userid)
    const transfer = corp.transfers
      .list()
      .findLast(
        (candidate) =>
          candidate.external_userid === external_userid &&
          candidate.handover_userid === handover_userid &&
          candidate.takeover_userid === takeover_userid,
      )
    // The status 5 means that there is no such transfer.
    return { status: transfer?.status ?? 5, takeover_time: transfer?.takeover_time ?? 0 }
  },
  { missing: { external_userid: 41035 } },
)

interface TransferResultsParams {
  readonly handover_userid: string
  readonly takeover_userid: string
  readonly cursor?: string | undefined
}

const pageSize = 1000

function listTransferResults(
  corp: Corp,
  app: App,
  kind: Transfer['kind'],
  { handover_userid, takeover_userid, cursor }: TransferResultsParams,
): CursorPage<TransferredContact> {
  if (!corp.members.find(handover_userid)) throw new Refusal(60111, `userid not found: ${handover_userid}`)
  corp.members.visibleMember(app, takeover_userid)
  return corp.cursors.page({
    scope: ['listTransferResults', app.name, kind, handover_userid, takeover_userid],
    cursor,
    limit: pageSize,
    list: () => [
      // If a customer was transferred several times, only the newest transfer counts.
      ...new Map(
        corp.transfers
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

export const listUnassignedContactsServed: Served = serve(
  listUnassignedContactsEndpoint,
  (corp, { cursor, page_size = 1000, page_id }, { app }) => {
    if (!cursor && page_id !== undefined) {
      const list = findUnassigned(corp)
      const end = (page_id + 1) * page_size
      return { info: list.slice(page_id * page_size, end), is_last: end >= list.length }
    }
    const { items, next_cursor } = corp.cursors.page({
      scope: ['listUnassignedContacts', app.name],
      cursor,
      limit: page_size,
      list: () => findUnassigned(corp),
    })
    return { info: items, is_last: next_cursor === undefined, next_cursor: next_cursor ?? '' }
  },
  { failureFields: { info: [] }, olderPath: { path: '/cgi-bin/crm/get_unassigned_list' } },
)

function findUnassigned(corp: Corp): UnassignedContact[] {
  return corp.members
    .list()
    .flatMap(({ userid, resigned_at }) => (resigned_at ? [{ userid, dimission_time: resigned_at }] : []))
    .toSorted((one, other) => other.dimission_time - one.dimission_time)
    .flatMap(({ userid, dimission_time }) =>
      corp.follows
        .ofMember(userid)
        .filter(({ external_userid }) => !corp.transfers.waiting(external_userid))
        .map(({ external_userid }) => ({ handover_userid: userid, external_userid, dimission_time })),
    )
}
