import * as v from 'valibot'
import { id, seedRow } from '../seed/seedRow.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { areFriends } from './friends.ts'
import type { MomentPublished } from './memberPublishesMoment.ts'
import { knownFollow, memberOnTheJob } from './people.ts'

export interface MemberPostsMoment {
  readonly userid: string
  readonly text: string
  /** The customers who may see it. All, if left out. */
  readonly external_userid?: string[] | undefined
}

export const memberPostsMomentSchema: v.GenericSchema<MemberPostsMoment> = seedRow<MemberPostsMoment>({
  userid: id,
  text: id,
  external_userid: v.optional(v.pipe(v.array(id), v.nonEmpty())),
})

/**
 * A member posts a moment of their own.
 *
 * @throws {RangeError} the member does not have a customer.
 */
export function memberPostsMoment(
  tenant: Tenant,
  { userid, text, external_userid }: MemberPostsMoment,
): MomentPublished & { readonly moment_id: string } {
  memberOnTheJob(tenant, userid)
  const audience = external_userid
    ? [...new Set(external_userid)].map((one) => knownFollow(tenant, userid, one))
    : tenant.follows.ofMember(userid)
  const publication = {
    userid,
    chosen: audience.map((follow) => follow.external_userid),
    reached: [],
    comments: [],
    likes: [],
  }
  const { moment_id } = tenant.moments.add({
    creator: userid,
    create_type: 1,
    visible_type: external_userid ? 0 : 1,
    text: { content: text },
    publications: [publication],
  })
  tenant.moments.publish(publication, (customer) => areFriends(tenant, userid, customer))
  return { events: [], moment_id, external_userid: [...publication.reached] }
}
