import { Refusal } from '../Refusal.ts'
import { beijingDay } from '../tenant/beijingTime.ts'
import type { Tenant } from '../tenant/Tenant.ts'

/** How far back there are figures. */
const maxAge = 180

export interface DaySpan {
  /** Unix seconds, any of the day. */
  readonly begin: number
  readonly end: number
  /** The last day that there are figures of, counted from today: 0 today, 1 yesterday. */
  readonly newest: 0 | 1
}

/**
 * The days that are asked for, by their numbers. That they are not too many, the endpoint checks.
 *
 * @throws {Refusal} 40058: there are no figures so old, or so new.
 */
export function chooseDays(tenant: Tenant, { begin, end, newest }: DaySpan): number[] {
  const today = beijingDay(tenant.clock.seconds())
  const [first, last] = [beijingDay(begin), beijingDay(end)]
  if (first < today - maxAge) throw new Refusal(40058, `only the last ${maxAge} days are available`)
  if (last > today - newest)
    throw new Refusal(40058, `only days until ${newest === 0 ? 'today' : 'yesterday'} are available`)
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
