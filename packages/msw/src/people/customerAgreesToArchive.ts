import { InputError } from '../InputError.ts'
import type { Follow } from '../tenant/follows.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { welcomeCode } from './becomeContacts.ts'
import type { Pair } from './pair.ts'
import { type Outcome, knownFollow } from './people.ts'
import { raiseContactEvent } from './raiseContactEvent.ts'

/**
 * A customer agrees that chats with a member are archived (会话内容存档), and can be greeted from now on.
 *
 * @returns the relation as it is now.
 * @throws {RangeError} the member does not have the customer, or the customer has agreed before.
 *
 * @example
 * const { events } = customerAgreesToArchive(tenant, { userid: 'wangfang', external_userid: 'wm1' })
 * // [{ ChangeType: 'msg_audit_approved', WelcomeCode: … }]
 */
export function customerAgreesToArchive(tenant: Tenant, pair: Pair): Outcome & { readonly follow: Follow } {
  const { userid, external_userid } = pair
  const follow = knownFollow(tenant, userid, external_userid)
  if (follow.archive_agreed_at !== undefined) {
    throw new InputError('external_userid', `Customer ${external_userid} has agreed with ${userid} already`)
  }
  tenant.follows.change(follow, { archive_agreed_at: tenant.clock.seconds() })
  const events = raiseContactEvent(tenant, {
    ChangeType: 'msg_audit_approved',
    UserID: userid,
    ExternalUserID: external_userid,
    ...welcomeCode(tenant, pair),
  })
  return { events, follow: structuredClone(follow) }
}
