import * as v from 'valibot'
import { seedRow } from '../seed/seedRow.ts'
import type { AcquisitionQuota } from '../tenant/acquisitionQuotas.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { type Outcome, eventsOf } from './people.ts'

export interface CorpBuysAcquisitionQuota {
  /** How many units. */
  readonly count: number
  /** Default 365. */
  readonly days?: number | undefined
}

const positive = v.pipe(v.number(), v.integer(), v.minValue(1))

export const corpBuysAcquisitionQuotaSchema: v.GenericSchema<CorpBuysAcquisitionQuota> =
  seedRow<CorpBuysAcquisitionQuota>({ count: positive, days: v.optional(positive) })

const day = 24 * 3600
/** Midnight in Beijing, in seconds after midnight of UTC. */
const midnight = 16 * 3600

/**
 * The corp buys quota for acquisition links.
 *
 * @returns what the corp has now.
 */
export function corpBuysAcquisitionQuota(
  tenant: Tenant,
  { count, days = 365 }: CorpBuysAcquisitionQuota,
): Outcome & { readonly quota: AcquisitionQuota } {
  const last = tenant.clock.seconds() + days * day
  const expire_date = last - ((last - midnight) % day)
  const events = eventsOf(tenant, () => tenant.acquisitionQuotas.add({ expire_date, balance: count }))
  return { events, quota: structuredClone(tenant.acquisitionQuotas.state()) }
}
