import type { Tenant } from '../tenant/Tenant.ts'
import type { MomentOfColleague } from './memberCommentsOnMoment.ts'
import { publishedMoment } from './whichMoment.ts'
import { type Outcome, memberOnTheJob } from './people.ts'

/**
 * A member likes a moment.
 *
 * @throws {RangeError} it is not published, there is no such member, or they like it already.
 */
export function memberLikesMoment(tenant: Tenant, { by, ...which }: MomentOfColleague): Outcome {
  const { userid } = memberOnTheJob(tenant, by)
  const { likes } = publishedMoment(tenant, which)
  if (likes.some((like) => like.userid === userid)) {
    throw new RangeError(`Member ${userid} likes moment ${which.moment_id} already`)
  }
  likes.push({ userid, create_time: tenant.clock.seconds() })
  return { events: [] }
}
