import type * as v from 'valibot'
import { id, seedRow } from '../seed/seedRow.ts'
import type { Member } from '../tenant/members.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { type Outcome, memberOnTheJob } from './people.ts'

export interface MemberLeaves {
  readonly userid: string
}

export const memberLeavesSchema: v.GenericSchema<MemberLeaves> = seedRow<MemberLeaves>({ userid: id })

/**
 * A member leaves the corp; customers wait for somebody new. Customer contact has no event for it.
 *
 * @returns the member as they are now.
 * @throws {RangeError} no such member, or they have left before.
 */
export function memberLeaves(tenant: Tenant, { userid }: MemberLeaves): Outcome & { readonly member: Member } {
  const member = memberOnTheJob(tenant, userid)
  member.resigned_at = tenant.clock.seconds()
  return { events: [], member: structuredClone(member) }
}
