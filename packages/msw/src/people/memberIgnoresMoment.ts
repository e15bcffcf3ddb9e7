import type { MomentPublication } from '../tenant/moments.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import type { Outcome } from './people.ts'
import { type MomentOfMember, openMoment } from './whichMoment.ts'

/**
 * A member puts a moment aside. No call tells it from one not looked at; the member may still publish it.
 *
 * @returns the moment with this member as it is now.
 * @throws {RangeError} there is nothing for this member to publish.
 */
export function memberIgnoresMoment(
  tenant: Tenant,
  which: MomentOfMember,
): Outcome & { readonly publication: MomentPublication } {
  const publication = openMoment(tenant, which)
  publication.ignored_at = tenant.clock.seconds()
  return { events: [], publication: structuredClone(publication) }
}
