import { InputError } from '../InputError.ts'
import type { TenantEvent } from '../tenant/events.ts'
import type { Meeting } from '../tenant/friendRequests.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import type { Welcome } from '../tenant/welcomeCodes.ts'
import { memberOnTheJob } from './people.ts'
import { raiseContactEvent } from './raiseContactEvent.ts'

/**
 * Makes two people contacts. A relation that only the customer had ended goes on, with the member's notes.
 *
 * @throws {RangeError} they are contacts already, or the member has as many customers as they may.
 */
export function becomeContacts(tenant: Tenant, meeting: Meeting): TenantEvent[] {
  checkMayMeet(tenant, meeting)
  const { userid, external_userid, add_way, oper_userid, state, asked_at } = meeting
  const left = tenant.follows.find(userid, external_userid)
  if (left) tenant.follows.remove(left)
  const { remark = '', description = '', remark_mobiles = [], tag_ids = [], personal_tags = [] } = left ?? {}
  tenant.follows.add({
    userid,
    external_userid,
    remark,
    description,
    createtime: tenant.clock.seconds(),
    ...(left?.archive_agreed_at !== undefined && { archive_agreed_at: left.archive_agreed_at }),
    ...(left?.remark_corp_name !== undefined && { remark_corp_name: left.remark_corp_name }),
    remark_mobiles,
    tag_ids,
    personal_tags,
    add_way,
    oper_userid,
    ...(state && { state }),
    ...(asked_at !== undefined && oper_userid === userid && { asked_at }),
  })
  tenant.friendRequests.take(userid, external_userid)
  tenant.contactWays.noteUse(meeting)
  tenant.acquisition.noteUse(meeting)
  return raiseContactEvent(tenant, {
    ChangeType: 'add_external_contact',
    UserID: userid,
    ExternalUserID: external_userid,
    ...(state && { State: state }),
    ...welcomeCode(tenant, meeting),
  })
}

/** @throws {RangeError} */
export function checkMayMeet(
  tenant: Tenant,
  { userid, external_userid }: Pick<Meeting, 'userid' | 'external_userid'>,
): void {
  const { customer_limit = Number.POSITIVE_INFINITY } = memberOnTheJob(tenant, userid)
  const follow = tenant.follows.find(userid, external_userid)
  if (follow && follow.customer_left_at === undefined) {
    throw new InputError(
      'external_userid',
      `Member ${userid} has customer ${external_userid} already; let one of them delete the other`,
    )
  }
  if (!follow && tenant.follows.countOfMember(userid) >= customer_limit) {
    throw new InputError(
      'userid',
      `Member ${userid} has ${customer_limit} customers, as many as their customer_limit allows`,
    )
  }
}

/** The code that comes with the event, unless there is nothing left to welcome. */
export function welcomeCode(tenant: Tenant, welcome: Welcome): { readonly WelcomeCode?: string } {
  const { userid, external_userid } = welcome
  const isGreeted =
    tenant.members.find(userid)?.console_welcome ||
    tenant.welcomeCodes.wasUsed(welcome) ||
    tenant.conversations.haveTalked(userid, external_userid)
  return isGreeted ? {} : { WelcomeCode: tenant.welcomeCodes.issue(welcome) }
}
