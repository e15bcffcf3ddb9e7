import type { Parting } from '../tenant/partings.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import type { Pair } from './pair.ts'
import { type Outcome, knownFollow } from './people.ts'
import { raiseContactEvent } from './raiseContactEvent.ts'

/**
 * A member deletes a customer, who still has the member until they delete too.
 *
 * @returns who deleted whom, and when.
 * @throws {RangeError} the member does not have the customer.
 */
export function memberDeletesCustomer(
  tenant: Tenant,
  { userid, external_userid }: Pair,
): Outcome & { readonly parting: Parting } {
  tenant.follows.remove(knownFollow(tenant, userid, external_userid))
  const parting: Parting = { userid, external_userid, by: 'member', at: tenant.clock.seconds() }
  tenant.partings.add(parting)
  return {
    events: raiseContactEvent(tenant, {
      ChangeType: 'del_external_contact',
      UserID: userid,
      ExternalUserID: external_userid,
    }),
    parting: { ...parting },
  }
}
