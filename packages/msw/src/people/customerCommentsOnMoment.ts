import type { Tenant } from '../tenant/Tenant.ts'
import { type MomentOfCustomer, seenMoment } from './whichMoment.ts'
import type { Outcome } from './people.ts'

/**
 * A customer comments on a moment. Apps are not told, and no call gives the text: only who and when.
 *
 * @throws {RangeError} the customer does not see it.
 */
export function customerCommentsOnMoment(tenant: Tenant, which: MomentOfCustomer): Outcome {
  const { external_userid } = which
  seenMoment(tenant, which).comments.push({ external_userid, create_time: tenant.clock.seconds() })
  return { events: [] }
}
