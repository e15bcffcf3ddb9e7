import type * as v from 'valibot'
import { InputError } from '../InputError.ts'
import { id, seedRow } from '../seed/seedRow.ts'
import type { Moment, MomentPublication } from '../tenant/moments.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { memberOnTheJob, some } from './people.ts'

/** A moment with one of the members who publish it. */
export interface MomentOfMember {
  readonly moment_id: string
  /** Who publishes it, or has. */
  readonly userid: string
}

export const momentOfMemberSchema: v.GenericSchema<MomentOfMember> = seedRow<MomentOfMember>({
  moment_id: id,
  userid: id,
})

/** A moment as a customer sees it with one member. */
export interface MomentOfCustomer extends MomentOfMember {
  readonly external_userid: string
}

export const momentOfCustomerSchema: v.GenericSchema<MomentOfCustomer> = seedRow<MomentOfCustomer>({
  moment_id: id,
  userid: id,
  external_userid: id,
})

/** @throws {RangeError} there is no such moment, or it was deleted. */
export function knownMoment({ moments }: Tenant, moment_id: string): Moment {
  const moment = moments.find(moment_id)
  if (moment && moment.deleted_at === undefined) return moment
  const others = moments.list().flatMap((other) => (other.deleted_at === undefined ? [other.moment_id] : []))
  throw new InputError('moment_id', `There is no moment ${moment_id}; ${some(others)}`)
}

/** @throws {RangeError} there is no such moment, or it is not for this member. */
export function knownPublication(tenant: Tenant, { moment_id, userid }: MomentOfMember): MomentPublication {
  const { publications } = knownMoment(tenant, moment_id)
  const publication = publications.find((candidate) => candidate.userid === userid)
  if (publication) return publication
  const others = publications.map((other) => other.userid)
  throw new InputError('userid', `Moment ${moment_id} is not for member ${userid} to publish; ${some(others)}`)
}

/**
 * What a member can still publish.
 *
 * @throws {RangeError} it is not for this member, on its way, cancelled or published.
 */
export function openMoment(tenant: Tenant, { moment_id, userid }: MomentOfMember): MomentPublication {
  memberOnTheJob(tenant, userid)
  const publication = knownPublication(tenant, { moment_id, userid })
  const moment = knownMoment(tenant, moment_id)
  if (tenant.moments.isDispatching(moment)) {
    throw new InputError('moment_id', `Moment ${moment_id} is still being handed out; let the tenant's clock move on`)
  }
  if (publication.publish_time !== undefined) {
    throw new InputError('moment_id', `Member ${userid} has published moment ${moment_id} already`)
  }
  if (moment.cancelled_at !== undefined) throw new InputError('moment_id', `Moment ${moment_id} was cancelled`)
  return publication
}

/** @throws {RangeError} as `knownPublication`, and: the member has not published it. */
export function publishedMoment(tenant: Tenant, which: MomentOfMember): MomentPublication {
  const publication = knownPublication(tenant, which)
  if (publication.publish_time !== undefined) return publication
  throw new InputError('userid', `Member ${which.userid} has not published moment ${which.moment_id} yet`)
}

/** @throws {RangeError} as `publishedMoment`, and: the customer does not see it. */
export function seenMoment(tenant: Tenant, { external_userid, ...which }: MomentOfCustomer): MomentPublication {
  const publication = publishedMoment(tenant, which)
  if (publication.reached.includes(external_userid)) return publication
  const { moment_id, userid } = which
  throw new InputError(
    'external_userid',
    `Customer ${external_userid} does not see moment ${moment_id} of ${userid}; ${some(publication.reached)}`,
  )
}
