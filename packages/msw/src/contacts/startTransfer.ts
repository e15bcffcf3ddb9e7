import type { TransferEntry } from '@wecom/contacts'
import { type Member, servesCustomers } from '../tenant/members.ts'
import type { Tenant } from '../tenant/Tenant.ts'

/** Members on the job: so many transfers of a customer within so many calendar days. */
const maxTransfers = 2
const transferDays = 90
const year = 365 * 24 * 3600

export interface TransferPair {
  readonly handover: Member
  readonly takeover: Member
}

/** Starts a transfer for each customer that nothing stands in the way of. */
export function startTransfers(
  tenant: Tenant,
  pair: TransferPair,
  external_userids: readonly string[],
): TransferEntry[] {
  return external_userids.map((external_userid) => ({
    external_userid,
    errcode: startTransfer(tenant, pair, external_userid),
  }))
}

/** @returns 0, or the errcode of what stands in the way. */
export function startTransfer(tenant: Tenant, pair: TransferPair, external_userid: string): number {
  const errcode = findObstacle(tenant, pair, external_userid)
  if (errcode === 0) {
    tenant.transfers.start({
      kind: pair.handover.resigned_at ? 'resigned' : 'onjob',
      handover_userid: pair.handover.userid,
      takeover_userid: pair.takeover.userid,
      external_userid,
    })
  }
  return errcode
}

function findObstacle(tenant: Tenant, { handover, takeover }: TransferPair, external_userid: string): number {
  const now = tenant.clock.seconds()
  const { customer_limit = Number.POSITIVE_INFINITY } = takeover
  if (handover.userid === takeover.userid) return 40130
  if (!tenant.customers.find(external_userid)) return 40096
  // Who left had the feature; who is on the job without it has contacts, but no customers.
  const hasCustomers = handover.resigned_at !== undefined || servesCustomers(handover)
  if (!hasCustomers || !tenant.follows.find(handover.userid, external_userid)) return 40131
  if (!servesCustomers(takeover)) return 84074
  if (!takeover.verified) return 40098
  if (handover.banned || takeover.banned) return 40143
  if (isLoginTooOld(handover, now) || isLoginTooOld(takeover, now)) return 40205
  if (tenant.transfers.waiting(external_userid)) return 40129
  if (!handover.resigned_at && tenant.transfers.countOnJob(external_userid, transferDays) >= maxTransfers) return 40128
  if (tenant.follows.countOfMember(takeover.userid) >= customer_limit) return 40099
  return 0
}

/** Both must have logged in within a year; of those who left, within the year before, which must not be long ago either. */
function isLoginTooOld({ resigned_at, last_login_at }: Member, now: number): boolean {
  const until = resigned_at ?? now
  return now - until > year || until - (last_login_at ?? until) > year
}
