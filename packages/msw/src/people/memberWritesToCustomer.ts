import type { DirectMessage } from '../tenant/conversations.ts'
import { InputError } from '../InputError.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import type { Pair } from './pair.ts'
import { type Outcome, knownFollow } from './people.ts'

/**
 * A member sends a customer a message, which the statistics count.
 *
 * @returns the message.
 * @throws {RangeError} the member does not have the customer, or was deleted by them.
 */
export function memberWritesToCustomer(
  tenant: Tenant,
  { userid, external_userid }: Pair,
): Outcome & { readonly message: DirectMessage } {
  const follow = knownFollow(tenant, userid, external_userid)
  if (follow.customer_left_at !== undefined) {
    throw new InputError(
      'external_userid',
      `Customer ${external_userid} has deleted member ${userid}, and gets no messages`,
    )
  }
  const message: DirectMessage = { userid, external_userid, from: 'member', time: tenant.clock.seconds() }
  tenant.conversations.addDirect(message)
  return { events: [], message: { ...message } }
}
