import * as v from 'valibot'
import { InputError } from '../InputError.ts'
import { id, seedRow } from '../seed/seedRow.ts'
import type { ContactWay } from '../tenant/contactWays.ts'
import type { Customer } from '../tenant/customers.ts'
import { receiversOf } from '../tenant/receivers.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { meet } from './meet.ts'
import { type Outcome, some } from './people.ts'
import { type WhichCustomer, theCustomer } from './theCustomer.ts'
import { whoReceives } from './whoReceives.ts'

export interface CustomerScansContactWay extends WhichCustomer {
  readonly config_id: string
  /** Which of the members; if left out, the one with the fewest customers. */
  readonly userid?: string | undefined
}

export const customerScansContactWaySchema: v.GenericSchema<CustomerScansContactWay> = seedRow<CustomerScansContactWay>(
  { config_id: id, userid: v.optional(id), external_userid: v.optional(id), name: v.optional(v.string()) },
)

/** Source of the customer (客户来源): scanned a QR code. */
const scanned = 1

/**
 * A customer uses a contact way and asks to add a member. With `skip_verify` they are contacts at once;
 * without it a request waits for `memberAcceptsCustomer`.
 *
 * @returns who came to whom.
 * @throws {RangeError} no such way, it is over, it is for somebody else, or nobody is there to receive the customer.
 *
 * @example
 * const { events } = customerScansContactWay(tenant, { config_id, name: '王先生' })
 * // [{ Event: 'change_external_contact', ChangeType: 'add_external_contact', State: 'shop-7', WelcomeCode: … }]
 */
export function customerScansContactWay(
  tenant: Tenant,
  { config_id, userid, ...which }: CustomerScansContactWay,
): Outcome & { readonly userid: string; readonly external_userid: string } {
  const way = tenant.contactWays.find(config_id)
  if (!way) {
    const others = tenant.contactWays.list().map((other) => other.config_id)
    throw new InputError('config_id', `There is no contact way ${config_id}; ${some(others)}`)
  }
  if (tenant.contactWays.isOver(way))
    throw new InputError('config_id', `Contact way ${config_id} is temporary, and over`)
  const customer = whoScans(tenant, way, which)
  const receivers = receiversOf(tenant.members, { userid: way.user, partyid: way.party })
  const receiver = whoReceives(tenant, receivers, customer, userid ?? colleagueOf(tenant, way, customer))
  const how = { userid: receiver, add_way: scanned, state: way.state || undefined, config_id }
  const events = meet(tenant, customer, how, way.skip_verify)
  return { events, userid: receiver, external_userid: customer.external_userid }
}

/** A way with a unionid is for one person. */
function whoScans(tenant: Tenant, { unionid }: ContactWay, which: WhichCustomer): Customer {
  const customer = theCustomer(tenant, which)
  if (unionid === undefined || customer.unionid === unionid) return customer
  if (which.external_userid === undefined) return { ...customer, unionid }
  throw new InputError('external_userid', `The contact way is for the customer with unionid ${unionid} only`)
}

/** With `is_exclusive`, customers of one corp are led to the member who has one of them already. */
function colleagueOf(tenant: Tenant, way: ContactWay, { corp_name }: Customer): string | undefined {
  if (!way.is_exclusive || corp_name === undefined) return undefined
  return receiversOf(tenant.members, { userid: way.user, partyid: way.party }).find(({ userid }) =>
    tenant.follows
      .ofMember(userid)
      .some((follow) => tenant.customers.find(follow.external_userid)?.corp_name === corp_name),
  )?.userid
}
