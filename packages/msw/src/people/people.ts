import { InputError } from '../InputError.ts'
import type { Customer } from '../tenant/customers.ts'
import type { TenantEvent } from '../tenant/events.ts'
import type { Follow } from '../tenant/follows.ts'
import type { Member } from '../tenant/members.ts'
import type { Tenant } from '../tenant/Tenant.ts'

/** What every action of people gives. */
export interface Outcome {
  /** What apps are told of it; also in `tenant.events`. */
  readonly events: TenantEvent[]
}

/**
 * @param field - of the input, that names the member.
 * @throws {RangeError} there is no such member, or they have left.
 */
export function memberOnTheJob(tenant: Tenant, userid: string, field = 'userid'): Member {
  const member = tenant.members.find(userid)
  if (member && !member.resigned_at) return member
  const others = tenant.members.list().flatMap((other) => (other.resigned_at ? [] : [other.userid]))
  throw new InputError(
    field,
    `${member ? `Member ${userid} has left` : `There is no member ${userid}`}; ${some(others)}`,
  )
}

/** @throws {RangeError} */
export function knownCustomer(tenant: Tenant, external_userid: string): Customer {
  const customer = tenant.customers.find(external_userid)
  if (customer) return customer
  const others = tenant.customers.list().map((other) => other.external_userid)
  throw new InputError('external_userid', `There is no customer ${external_userid}; ${some(others)}`)
}

/** @throws {RangeError} the member does not have the customer. */
export function knownFollow(tenant: Tenant, userid: string, external_userid: string): Follow {
  memberOnTheJob(tenant, userid)
  knownCustomer(tenant, external_userid)
  const follow = tenant.follows.find(userid, external_userid)
  if (follow) return follow
  const others = tenant.follows.ofMember(userid).map((other) => other.external_userid)
  throw new InputError('external_userid', `Member ${userid} does not have customer ${external_userid}; ${some(others)}`)
}

/** What apps are told while something is done. */
export function eventsOf(tenant: Tenant, act: () => void): TenantEvent[] {
  const events: TenantEvent[] = []
  const stop = tenant.events.listen((event) => events.push(event))
  try {
    act()
  } finally {
    stop()
  }
  return events
}

/** The end of a message: what there is instead. */
export function some(keys: readonly (string | number)[]): string {
  if (keys.length === 0) return 'there are none'
  if (keys.length === 1) return `there is ${keys[0]}`
  const shown = keys.slice(0, 5).join(', ')
  return `there are ${shown}${keys.length > 5 ? ` and ${keys.length - 5} more` : ''}`
}
