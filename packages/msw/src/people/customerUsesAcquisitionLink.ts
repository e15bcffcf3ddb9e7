import * as v from 'valibot'
import { InputError } from '../InputError.ts'
import { id, seedRow } from '../seed/seedRow.ts'
import type { AcquisitionLink } from '../tenant/acquisition.ts'
import type { Customer } from '../tenant/customers.ts'
import { servesCustomers } from '../tenant/members.ts'
import { receiversOf } from '../tenant/receivers.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { checkMayMeet } from './becomeContacts.ts'
import { areFriends } from './friends.ts'
import { meet } from './meet.ts'
import { type Outcome, eventsOf, some } from './people.ts'
import { type WhichCustomer, theCustomer } from './theCustomer.ts'
import { whoReceives } from './whoReceives.ts'

export interface CustomerUsesAcquisitionLink extends WhichCustomer {
  readonly link_id: string
  /** What stands in the link's query: beyond 64 bytes it is cut. */
  readonly customer_channel?: string | undefined
  /** Which of the members; if left out, the one with the fewest customers. */
  readonly userid?: string | undefined
  /** The customer looks at the profile, but adds nobody. */
  readonly only_opens?: boolean | undefined
}

export const customerUsesAcquisitionLinkSchema: v.GenericSchema<CustomerUsesAcquisitionLink> =
  seedRow<CustomerUsesAcquisitionLink>({
    link_id: id,
    customer_channel: v.optional(v.string()),
    userid: v.optional(id),
    only_opens: v.optional(v.boolean()),
    external_userid: v.optional(id),
    name: v.optional(v.string()),
  })

/** Source of the customer (客户来源): 获客链接. */
const byLink = 16
const maxChannelBytes = 64

/**
 * A WeChat user opens an acquisition link and asks to add a member. With `skip_verify` they are contacts at once, which
 * uses up one unit of quota; without it a request waits for `memberAcceptsCustomer`.
 *
 * @returns who came to whom. No events, if the link led them to a member whom they have already.
 * @throws {RangeError} no such link, no quota left, nobody is there to receive the customer, or the member has them already.
 *
 * @example
 * customerUsesAcquisitionLink(tenant, { link_id: link.link_id, customer_channel: 'spring', name: '王先生' })
 */
export function customerUsesAcquisitionLink(
  tenant: Tenant,
  { link_id, customer_channel = '', userid, only_opens = false, ...which }: CustomerUsesAcquisitionLink,
): Outcome & { readonly userid: string; readonly external_userid: string } {
  const link = tenant.acquisition.find(link_id)
  if (!link) {
    const others = tenant.acquisition.list().map((other) => other.link_id)
    throw new InputError('link_id', `There is no acquisition link ${link_id}; ${some(others)}`)
  }
  if (tenant.acquisitionQuotas.balance() === 0) {
    throw new InputError('link_id', 'The quota of acquisition links is used up; let corpBuysAcquisitionQuota get more')
  }
  const customer = theCustomer(tenant, which)
  const { external_userid } = customer
  const friend = friendOf(tenant, link, customer)
  const range = { userid: link.user_list, partyid: link.department_list }
  const receiver = friend ?? whoReceives(tenant, receiversOf(tenant.members, range), customer, userid)
  const opensOnly = only_opens || friend !== undefined
  if (!opensOnly) checkMayMeet(tenant, { userid: receiver, external_userid })
  const state = cut(customer_channel) || undefined
  const events = eventsOf(tenant, () => {
    tenant.customers.add(customer)
    tenant.acquisition.noteClick(link_id, external_userid)
    if (opensOnly) return
    if (state) {
      tenant.events.add({ Event: 'customer_acquisition', ChangeType: 'friend_request', LinkId: link_id, State: state })
    }
    meet(tenant, customer, { userid: receiver, add_way: byLink, state, link_id }, link.skip_verify)
  })
  return { events, userid: receiver, external_userid }
}

/** The member whom a link's priority leads to, as the customer has them already. */
function friendOf(
  tenant: Tenant,
  { priority_type, priority_userid_list = [] }: AcquisitionLink,
  { external_userid }: Customer,
): string | undefined {
  if (priority_type === undefined) return undefined
  const friends = tenant.follows
    .ofCustomer(external_userid)
    .flatMap(({ userid }) => tenant.members.find(userid) ?? [])
    .filter((member) => servesCustomers(member) && areFriends(tenant, member.userid, external_userid))
    .map(({ userid }) => userid)
  return friends.find((userid) => priority_type === 1 || priority_userid_list.includes(userid))
}

/** A channel, as long as it may be in UTF-8; no character is cut in two. */
function cut(channel: string): string {
  let text = ''
  for (const character of channel) {
    if (new TextEncoder().encode(text + character).length > maxChannelBytes) break
    text += character
  }
  return text
}
