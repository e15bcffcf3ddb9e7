import type { DirectMessage } from '../tenant/conversations.ts'
import { InputError } from '../InputError.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import type { Pair } from './pair.ts'
import { type Outcome, knownFollow } from './people.ts'
import { raiseAcquisitionChat } from './raiseAcquisitionChat.ts'

/**
 * A customer sends a member a message, which the statistics count. Of customers who came by an acquisition link apps are told.
 *
 * @returns the message.
 * @throws {RangeError} the member does not have the customer, or was deleted by them.
 */
export function customerWritesToMember(
  tenant: Tenant,
  { userid, external_userid }: Pair,
): Outcome & { readonly message: DirectMessage } {
  const follow = knownFollow(tenant, userid, external_userid)
  if (follow.customer_left_at !== undefined) {
    throw new InputError(
      'userid',
      `Customer ${external_userid} has deleted member ${userid}, and has to add them again`,
    )
  }
  const message: DirectMessage = { userid, external_userid, from: 'customer', time: tenant.clock.seconds() }
  tenant.conversations.addDirect(message)
  return { events: raiseAcquisitionChat(tenant, userid, external_userid), message: { ...message } }
}
