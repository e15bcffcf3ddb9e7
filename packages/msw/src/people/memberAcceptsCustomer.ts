import type { Tenant } from '../tenant/Tenant.ts'
import { becomeContacts } from './becomeContacts.ts'
import type { Pair } from './pair.ts'
import { type Outcome, eventsOf, some } from './people.ts'

/**
 * A member confirms the request of a customer, and has them from now on.
 *
 * @throws {RangeError} there is no such request.
 */
export function memberAcceptsCustomer(tenant: Tenant, { userid, external_userid }: Pair): Outcome {
  const requests = tenant.friendRequests.list()
  const request = requests.find((one) => one.userid === userid && one.external_userid === external_userid)
  if (!request) {
    const waiting = requests.map((one) => `${one.external_userid} to ${one.userid}`)
    throw new RangeError(`Customer ${external_userid} asks ${userid} for nothing; requests: ${some(waiting)}`)
  }
  return { events: eventsOf(tenant, () => becomeContacts(tenant, request)) }
}
