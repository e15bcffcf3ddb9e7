import type { MomentInteraction } from '@wecom/moments'
import { InputError } from '../InputError.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import type { MomentOfColleague } from './memberCommentsOnMoment.ts'
import { publishedMoment } from './whichMoment.ts'
import { type Outcome, memberOnTheJob } from './people.ts'

/**
 * A member likes a moment.
 *
 * @returns the like.
 * @throws {RangeError} it is not published, there is no such member, or they like it already.
 */
export function memberLikesMoment(
  tenant: Tenant,
  { by, ...which }: MomentOfColleague,
): Outcome & { readonly like: MomentInteraction } {
  const { userid } = memberOnTheJob(tenant, by, 'by')
  const { likes } = publishedMoment(tenant, which)
  if (likes.some((like) => like.userid === userid)) {
    throw new InputError('by', `Member ${userid} likes moment ${which.moment_id} already`)
  }
  const like = { userid, create_time: tenant.clock.seconds() }
  likes.push(like)
  return { events: [], like: { ...like } }
}
