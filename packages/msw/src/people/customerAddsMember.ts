import * as v from 'valibot'
import { id, seedRow } from '../seed/seedRow.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { addWay } from './addWay.ts'
import { welcomeCode } from './becomeContacts.ts'
import { meet } from './meet.ts'
import { type Outcome, memberOnTheJob } from './people.ts'
import { raiseContactEvent } from './raiseContactEvent.ts'
import { type WhichCustomer, theCustomer } from './theCustomer.ts'

export interface CustomerAddsMember extends WhichCustomer {
  readonly userid: string
  /** Source of the customer (客户来源). Default 2: by phone number. */
  readonly add_way?: number | undefined
  /** The member lets customers add them without confirmation, and has not added this one yet: `memberAcceptsCustomer` does. */
  readonly half?: boolean | undefined
}

export const customerAddsMemberSchema: v.GenericSchema<CustomerAddsMember> = seedRow<CustomerAddsMember>({
  userid: id,
  external_userid: v.optional(id),
  name: v.optional(v.string()),
  add_way: v.optional(addWay),
  half: v.optional(v.boolean()),
})

/**
 * A customer adds a member, without a contact way or a link, and the member agrees.
 *
 * @returns the customer's id, for those who are new.
 * @throws {RangeError} no such member or customer, or they are contacts already.
 *
 * @example
 * const { external_userid } = customerAddsMember(tenant, { userid: 'wangfang', name: '王先生' })
 */
export function customerAddsMember(
  tenant: Tenant,
  { userid, add_way = 2, half = false, ...which }: CustomerAddsMember,
): Outcome & { readonly external_userid: string } {
  memberOnTheJob(tenant, userid)
  const customer = theCustomer(tenant, which)
  const { external_userid } = customer
  const events = meet(tenant, customer, { userid, add_way }, !half)
  if (!half) return { events, external_userid }
  return {
    events: raiseContactEvent(tenant, {
      ChangeType: 'add_half_external_contact',
      UserID: userid,
      ExternalUserID: external_userid,
      ...welcomeCode(tenant, { userid, external_userid }),
    }),
    external_userid,
  }
}
