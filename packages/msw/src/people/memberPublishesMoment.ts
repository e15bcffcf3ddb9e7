import type { Tenant } from '../tenant/Tenant.ts'
import { areFriends } from './friends.ts'
import { type MomentOfMember, knownMoment, knownPublication } from './whichMoment.ts'
import { type Outcome, memberOnTheJob } from './people.ts'

/** Which customers see a moment now. */
export interface MomentPublished extends Outcome {
  readonly external_userid: readonly string[]
}

/**
 * A member publishes a moment as asked. Apps are not told; the moment's tasks show it.
 *
 * @throws {RangeError} it is not for this member, on its way, cancelled or published.
 *
 * @example
 * memberPublishesMoment(tenant, { moment_id, userid: 'wangfang' })
 */
export function memberPublishesMoment(tenant: Tenant, { moment_id, userid }: MomentOfMember): MomentPublished {
  memberOnTheJob(tenant, userid)
  const publication = knownPublication(tenant, { moment_id, userid })
  const moment = knownMoment(tenant, moment_id)
  if (tenant.moments.isDispatching(moment)) {
    throw new RangeError(`Moment ${moment_id} is still being handed out; let the tenant's clock move on`)
  }
  if (publication.publish_time !== undefined) {
    throw new RangeError(`Member ${userid} has published moment ${moment_id} already`)
  }
  if (moment.cancelled_at !== undefined) throw new RangeError(`Moment ${moment_id} was cancelled`)
  tenant.moments.publish(publication, (external_userid) => areFriends(tenant, userid, external_userid))
  return { events: [], external_userid: [...publication.reached] }
}
