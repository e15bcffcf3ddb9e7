import { InputError } from '../InputError.ts'
import type { Customer } from '../tenant/customers.ts'
import type { Member } from '../tenant/members.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { some } from './people.ts'

/**
 * Which of several members a customer is led to: the one who is asked for, or the one with the fewest customers.
 *
 * @throws {RangeError} nobody is left, or the member is not among them.
 */
export function whoReceives(
  tenant: Tenant,
  receivers: readonly Member[],
  { external_userid }: Customer,
  userid?: string,
): string {
  const names = receivers.map((member) => member.userid)
  if (userid !== undefined) {
    if (names.includes(userid)) return userid
    throw new InputError('userid', `Member ${userid} is not among those who receive customers here; ${some(names)}`)
  }
  const [first] = receivers
    .filter(
      (member) => tenant.follows.countOfMember(member.userid) < (member.customer_limit ?? Number.POSITIVE_INFINITY),
    )
    .filter((member) => {
      const follow = tenant.follows.find(member.userid, external_userid)
      return !follow || follow.customer_left_at !== undefined
    })
    .toSorted((one, other) => tenant.follows.countOfMember(one.userid) - tenant.follows.countOfMember(other.userid))
  if (first) return first.userid
  throw new InputError(
    'userid',
    `Nobody is left to receive ${external_userid}: members are full or have them already; ${some(names)}`,
  )
}
