import type { Customer } from '../tenant/customers.ts'
import type { TenantEvent } from '../tenant/events.ts'
import type { Meeting } from '../tenant/friendRequests.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { becomeContacts, checkMayMeet } from './becomeContacts.ts'

/**
 * A customer wants to add a member, or the other way round: where no confirmation is needed they are contacts at once,
 * otherwise a request waits.
 *
 * @param how - without `oper_userid` the customer is who asks.
 * @throws {RangeError} they are contacts already, or the member has as many customers as they may.
 */
export function meet(
  tenant: Tenant,
  customer: Customer,
  how: Omit<Meeting, 'external_userid' | 'oper_userid'> & Partial<Pick<Meeting, 'oper_userid'>>,
  isConfirmed: boolean,
): TenantEvent[] {
  const { external_userid } = customer
  const meeting: Meeting = { oper_userid: external_userid, ...how, external_userid }
  checkMayMeet(tenant, meeting)
  tenant.customers.add(customer)
  if (isConfirmed) return becomeContacts(tenant, meeting)
  tenant.friendRequests.put({ ...meeting, asked_at: tenant.clock.seconds() })
  return []
}
