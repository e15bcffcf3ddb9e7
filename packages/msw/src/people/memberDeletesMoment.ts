import type { Moment } from '../tenant/moments.ts'
import { InputError } from '../InputError.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { type MomentOfMember, knownMoment, knownPublication } from './whichMoment.ts'
import { type Outcome, memberOnTheJob } from './people.ts'

/**
 * A member deletes a moment of their own. No call knows it afterwards.
 *
 * @returns the moment as it is now.
 * @throws {RangeError} there is no such moment, or the corp made it.
 */
export function memberDeletesMoment(
  tenant: Tenant,
  { moment_id, userid }: MomentOfMember,
): Outcome & { readonly moment: Moment } {
  memberOnTheJob(tenant, userid)
  knownPublication(tenant, { moment_id, userid })
  const moment = knownMoment(tenant, moment_id)
  if (moment.create_type === 0)
    throw new InputError('moment_id', `Moment ${moment_id} was made by the corp, not by ${userid}`)
  moment.deleted_at = tenant.clock.seconds()
  return { events: [], moment: structuredClone(moment) }
}
