import type { Tenant } from '../tenant/Tenant.ts'
import { areFriends } from './friends.ts'
import type { Outcome } from './people.ts'
import { type MomentOfMember, openMoment } from './whichMoment.ts'

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
  const publication = openMoment(tenant, { moment_id, userid })
  tenant.moments.publish(publication, (external_userid) => areFriends(tenant, userid, external_userid))
  return { events: [], external_userid: [...publication.reached] }
}
