import { InputError } from '../InputError.ts'
import type { Follow } from '../tenant/follows.ts'
import type { FriendRequest } from '../tenant/friendRequests.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { becomeContacts } from './becomeContacts.ts'
import type { Pair } from './pair.ts'
import { type Outcome, eventsOf, knownFollow, some } from './people.ts'

/**
 * Confirms the request that one of two people sent to the other.
 *
 * @param asking - id of who sent it.
 * @returns the new relation.
 * @throws {RangeError} there is no such request.
 */
export function acceptRequest(
  tenant: Tenant,
  { userid, external_userid }: Pair,
  asking: string,
): Outcome & { readonly follow: Follow } {
  const requests = tenant.friendRequests.list()
  const request = requests.find(
    (one) => one.userid === userid && one.external_userid === external_userid && one.oper_userid === asking,
  )
  if (!request) {
    const asked = asking === userid ? `Member ${userid} asks ${external_userid}` : `Customer ${asking} asks ${userid}`
    throw new InputError('external_userid', `${asked} for nothing; requests: ${some(requests.map(describe))}`)
  }
  const events = eventsOf(tenant, () => becomeContacts(tenant, request))
  return { events, follow: structuredClone(knownFollow(tenant, userid, external_userid)) }
}

function describe({ userid, external_userid, oper_userid }: FriendRequest): string {
  return oper_userid === userid ? `${userid} to ${external_userid}` : `${external_userid} to ${userid}`
}
