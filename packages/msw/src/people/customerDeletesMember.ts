import type { Parting } from '../tenant/partings.ts'
import { InputError } from '../InputError.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import type { Pair } from './pair.ts'
import { type Outcome, knownFollow } from './people.ts'
import { raiseContactEvent } from './raiseContactEvent.ts'

/**
 * A customer deletes a member. The member still has the customer, so reads go on telling of the two.
 *
 * @returns who deleted whom, and when.
 * @throws {RangeError} the customer does not have the member.
 */
export function customerDeletesMember(
  tenant: Tenant,
  { userid, external_userid }: Pair,
): Outcome & { readonly parting: Parting } {
  const now = tenant.clock.seconds()
  if (tenant.partings.last(userid, external_userid)?.by !== 'member' || tenant.follows.find(userid, external_userid)) {
    const follow = knownFollow(tenant, userid, external_userid)
    if (follow.customer_left_at !== undefined) {
      throw new InputError('userid', `Customer ${external_userid} has deleted ${userid} already`)
    }
    tenant.follows.change(follow, { customer_left_at: now })
  }
  const parting: Parting = { userid, external_userid, by: 'customer', at: now }
  tenant.partings.add(parting)
  return {
    events: raiseContactEvent(tenant, {
      ChangeType: 'del_follow_user',
      UserID: userid,
      ExternalUserID: external_userid,
    }),
    parting: { ...parting },
  }
}
