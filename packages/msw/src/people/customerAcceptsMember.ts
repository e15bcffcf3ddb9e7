import type { Follow } from '../tenant/follows.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { acceptRequest } from './acceptRequest.ts'
import type { Pair } from './pair.ts'
import type { Outcome } from './people.ts'

/**
 * A customer confirms the request of a member, who has them from now on.
 *
 * @returns the new relation.
 * @throws {RangeError} there is no such request.
 */
export function customerAcceptsMember(tenant: Tenant, pair: Pair): Outcome & { readonly follow: Follow } {
  return acceptRequest(tenant, pair, pair.userid)
}
