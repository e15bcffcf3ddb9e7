import type { MomentInteraction } from '@wecom/moments'
import type { Tenant } from '../tenant/Tenant.ts'
import { type MomentOfCustomer, seenMoment } from './whichMoment.ts'
import type { Outcome } from './people.ts'

/**
 * A customer comments on a moment. Apps are not told, and no call gives the text: only who and when.
 *
 * @returns the comment.
 * @throws {RangeError} the customer does not see it.
 */
export function customerCommentsOnMoment(
  tenant: Tenant,
  which: MomentOfCustomer,
): Outcome & { readonly comment: MomentInteraction } {
  const { external_userid } = which
  const comment = { external_userid, create_time: tenant.clock.seconds() }
  seenMoment(tenant, which).comments.push(comment)
  return { events: [], comment: { ...comment } }
}
