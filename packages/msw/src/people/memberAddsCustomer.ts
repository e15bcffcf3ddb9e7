import * as v from 'valibot'
import { id, seedRow } from '../seed/seedRow.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { addWay } from './addWay.ts'
import { meet } from './meet.ts'
import { type Outcome, memberOnTheJob } from './people.ts'
import { type WhichCustomer, theCustomer } from './theCustomer.ts'

export interface MemberAddsCustomer extends WhichCustomer {
  readonly userid: string
  /** Source of the customer (客户来源). Default 2: by phone number. */
  readonly add_way?: number | undefined
  /** Default true. If not, the request waits for `customerAcceptsMember`. */
  readonly accepted?: boolean | undefined
}

export const memberAddsCustomerSchema: v.GenericSchema<MemberAddsCustomer> = seedRow<MemberAddsCustomer>({
  userid: id,
  external_userid: v.optional(id),
  name: v.optional(v.string()),
  add_way: v.optional(addWay),
  accepted: v.optional(v.boolean()),
})

/**
 * A member sends a friend request, which the statistics count, and the customer agrees at once or lets it wait.
 *
 * @returns the customer's id, for those who are new.
 * @throws {RangeError} no such member or customer, or they are contacts already.
 *
 * @example
 * const { external_userid } = memberAddsCustomer(tenant, { userid: 'wangfang', name: '王先生', accepted: false })
 */
export function memberAddsCustomer(
  tenant: Tenant,
  { userid, add_way = 2, accepted = true, ...which }: MemberAddsCustomer,
): Outcome & { readonly external_userid: string } {
  memberOnTheJob(tenant, userid)
  const customer = theCustomer(tenant, which)
  const events = meet(tenant, customer, { userid, add_way, oper_userid: userid }, accepted)
  return { events, external_userid: customer.external_userid }
}
