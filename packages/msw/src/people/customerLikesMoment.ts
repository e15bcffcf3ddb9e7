import type { MomentInteraction } from '@wecom/moments'
import { InputError } from '../InputError.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { type MomentOfCustomer, seenMoment } from './whichMoment.ts'
import type { Outcome } from './people.ts'

/**
 * A customer likes a moment. Apps are not told.
 *
 * @returns the like.
 * @throws {RangeError} the customer does not see it, or likes it already.
 *
 * @example
 * customerLikesMoment(tenant, { moment_id, userid: 'wangfang', external_userid: 'wm1' })
 */
export function customerLikesMoment(
  tenant: Tenant,
  which: MomentOfCustomer,
): Outcome & { readonly like: MomentInteraction } {
  const { likes } = seenMoment(tenant, which)
  const { external_userid, moment_id } = which
  if (likes.some((like) => like.external_userid === external_userid)) {
    throw new InputError('moment_id', `Customer ${external_userid} likes moment ${moment_id} already`)
  }
  const like = { external_userid, create_time: tenant.clock.seconds() }
  likes.push(like)
  return { events: [], like: { ...like } }
}
