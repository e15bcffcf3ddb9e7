import type { Follow } from '../tenant/follows.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { acceptRequest } from './acceptRequest.ts'
import type { Pair } from './pair.ts'
import type { Outcome } from './people.ts'

/**
 * A member confirms the request of a customer, and has them from now on.
 *
 * @returns the new relation.
 * @throws {RangeError} there is no such request.
 */
export function memberAcceptsCustomer(tenant: Tenant, pair: Pair): Outcome & { readonly follow: Follow } {
  return acceptRequest(tenant, pair, pair.external_userid)
}
