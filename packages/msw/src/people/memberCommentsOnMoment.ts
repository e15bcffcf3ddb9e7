import type { MomentInteraction } from '@wecom/moments'
import type * as v from 'valibot'
import { id, seedRow } from '../seed/seedRow.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { type MomentOfMember, publishedMoment } from './whichMoment.ts'
import { type Outcome, memberOnTheJob } from './people.ts'

export interface MomentOfColleague extends MomentOfMember {
  /** Who comments or likes: the publishing member or a colleague. */
  readonly by: string
}

export const momentOfColleagueSchema: v.GenericSchema<MomentOfColleague> = seedRow<MomentOfColleague>({
  moment_id: id,
  userid: id,
  by: id,
})

/**
 * A member comments on a moment, be it to answer customers.
 *
 * @returns the comment.
 * @throws {RangeError} it is not published, or there is no such member.
 */
export function memberCommentsOnMoment(
  tenant: Tenant,
  { by, ...which }: MomentOfColleague,
): Outcome & { readonly comment: MomentInteraction } {
  const { userid } = memberOnTheJob(tenant, by, 'by')
  const comment = { userid, create_time: tenant.clock.seconds() }
  publishedMoment(tenant, which).comments.push(comment)
  return { events: [], comment: { ...comment } }
}
