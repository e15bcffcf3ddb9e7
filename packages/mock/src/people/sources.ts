import * as v from 'valibot'
import type { CorpEvent } from '../base/events.ts'
import { id, InputError, rowSchema, upToFive } from '../base/input.ts'
import type { Corp } from '../state/Corp.ts'
import type { AcquisitionLink } from '../state/acquisition.ts'
import type { ContactWay } from '../state/contactWay.ts'
import type { Customer } from '../state/contacts.ts'
import { type Member, servesCustomers } from '../state/members.ts'
import { receiversOf } from '../state/messages.ts'
import { checkMayMeet, meet } from './contacts.ts'
import { haveEachOther, eventsOf, type Outcome, theCustomer, type WhichCustomer } from './known.ts'

export interface CustomerScansContactWay extends WhichCustomer {
  readonly config_id: string
  /**
   * The userid of the member whom the customer adds. Default: among the members of the contact way, the member who has
   * the fewest customers. If the contact way has `is_exclusive`: a member who already has a customer with the same
   * `corp_name` (the customer's own employer), if there is one.
   */
  readonly userid?: string | undefined
}

export const customerScansContactWaySchema: v.GenericSchema<CustomerScansContactWay> =
  rowSchema<CustomerScansContactWay>({
    config_id: id,
    userid: v.optional(id),
    external_userid: v.optional(id),
    name: v.optional(v.string()),
  })

const scanned = 1

/**
 * A customer uses a contact way to add a member. If the contact way has `skip_verify`, the follow relation starts at
 * once. Otherwise the member must first accept the request by the action `memberAcceptsCustomer`.
 *
 * @returns the userid of the member, and the external_userid of the customer.
 * @throws {RangeError} the contact way does not exist, has expired, is for another customer, or none of its members can
 *   receive the customer.
 *
 * @example
 * // `config_id` is the id of a contact way with `state: 'shop-7'`.
 * const { events } = corp.people.customerScansContactWay({ config_id, name: '王先生' })
 * // [{ Event: 'change_external_contact', ChangeType: 'add_external_contact', State: 'shop-7', WelcomeCode: … }]
 */
export function customerScansContactWay(
  corp: Corp,
  { config_id, userid, ...which }: CustomerScansContactWay,
): Outcome & { readonly userid: string; readonly external_userid: string } {
  const way = corp.contactWays.find(config_id)
  if (!way) {
    const others = corp.contactWays.list().map((other) => other.config_id)
    throw new InputError('config_id', `There is no contact way ${config_id}; contact ways: ${upToFive(others)}`)
  }
  if (corp.contactWays.isOver(way)) throw new InputError('config_id', `Temporary contact way ${config_id} has expired`)
  const customer = whoScans(corp, way, which)
  const receivers = receiversOf(corp.members, { userid: way.user, partyid: way.party })
  const receiver = whoReceives(corp, receivers, customer, userid ?? colleagueOf(corp, way, customer))
  const how = { userid: receiver, add_way: scanned, state: way.state || undefined, config_id }
  const events = meet(corp, customer, how, way.skip_verify)
  return { events, userid: receiver, external_userid: customer.external_userid }
}

function whoScans(corp: Corp, { unionid }: ContactWay, which: WhichCustomer): Customer {
  const customer = theCustomer(corp, which)
  if (unionid === undefined || customer.unionid === unionid) return customer
  if (which.external_userid === undefined) return { ...customer, unionid }
  throw new InputError(
    'external_userid',
    `Only the customer with unionid ${unionid} can use this contact way; omit external_userid to create this customer`,
  )
}

function colleagueOf(corp: Corp, way: ContactWay, { corp_name }: Customer): string | undefined {
  if (!way.is_exclusive || corp_name === undefined) return undefined
  return receiversOf(corp.members, { userid: way.user, partyid: way.party }).find(({ userid }) =>
    corp.follows
      .ofMember(userid)
      .some((follow) => corp.customers.find(follow.external_userid)?.corp_name === corp_name),
  )?.userid
}

export interface CustomerUsesAcquisitionLink extends WhichCustomer {
  readonly link_id: string
  /**
   * Value of the parameter `customer_channel` in the URL of the acquisition link. WeCom uses only its first 64 bytes.
   */
  readonly customer_channel?: string | undefined
  /**
   * The userid of the member whom the customer adds. Default: among the members of the acquisition link, the member who
   * has the fewest customers. If the `priority_type` of the link selects a member who already has the customer,
   * `userid` has no effect.
   */
  readonly userid?: string | undefined
  /** Whether the customer only opens the member's profile and adds nobody. Default false. */
  readonly only_opens?: boolean | undefined
}

export const customerUsesAcquisitionLinkSchema: v.GenericSchema<CustomerUsesAcquisitionLink> =
  rowSchema<CustomerUsesAcquisitionLink>({
    link_id: id,
    customer_channel: v.optional(v.string()),
    userid: v.optional(id),
    only_opens: v.optional(v.boolean()),
    external_userid: v.optional(id),
    name: v.optional(v.string()),
  })

const byLink = 16
const maxChannelBytes = 64

/**
 * A WeChat user opens an acquisition link to add a member. If the link has `skip_verify`, the follow relation starts at
 * once and uses one unit of the quota. Otherwise the member must first accept the request by the action
 * `memberAcceptsCustomer`. A link with `priority_type` may select a member who already has the customer. In this case,
 * the customer adds nobody, and apps receive no event.
 *
 * @returns the userid of the member, and the external_userid of the customer.
 * @throws {RangeError} the link does not exist, the quota is used up, no member of the link can receive the customer,
 *   or you set `userid` to a member who already has the customer.
 *
 * @example
 * const { link } = await createAcquisitionLink(client, { link_name: '春季', range: { user_list: ['lina'] } })
 * corp.people.customerUsesAcquisitionLink({ link_id: link.link_id, customer_channel: 'spring', name: '王先生' })
 */
export function customerUsesAcquisitionLink(
  corp: Corp,
  { link_id, customer_channel = '', userid, only_opens = false, ...which }: CustomerUsesAcquisitionLink,
): Outcome & { readonly userid: string; readonly external_userid: string } {
  const link = corp.acquisition.find(link_id)
  if (!link) {
    const others = corp.acquisition.list().map((other) => other.link_id)
    throw new InputError('link_id', `There is no acquisition link ${link_id}; acquisition links: ${upToFive(others)}`)
  }
  if (corp.acquisitionQuotas.balance() === 0) {
    throw new InputError(
      'link_id',
      'The quota for acquisition links is used up; buy more with corpBuysAcquisitionQuota',
    )
  }
  const customer = theCustomer(corp, which)
  const { external_userid } = customer
  const friend = friendOf(corp, link, customer)
  const range = { userid: link.user_list, partyid: link.department_list }
  const receiver = friend ?? whoReceives(corp, receiversOf(corp.members, range), customer, userid)
  const opensOnly = only_opens || friend !== undefined
  if (!opensOnly) checkMayMeet(corp, { userid: receiver, external_userid })
  const state = cut(customer_channel) || undefined
  const events = eventsOf(corp, () => {
    corp.customers.add(customer)
    corp.acquisition.noteClick(link_id, external_userid)
    if (opensOnly) return
    if (state) {
      corp.events.add({ Event: 'customer_acquisition', ChangeType: 'friend_request', LinkId: link_id, State: state })
    }
    meet(corp, customer, { userid: receiver, add_way: byLink, state, link_id }, link.skip_verify)
  })
  return { events, userid: receiver, external_userid }
}

function friendOf(
  corp: Corp,
  { priority_type, priority_userid_list = [] }: AcquisitionLink,
  { external_userid }: Customer,
): string | undefined {
  if (priority_type === undefined) return undefined
  const friends = corp.follows
    .ofCustomer(external_userid)
    .flatMap(({ userid }) => corp.members.find(userid) ?? [])
    .filter((member) => servesCustomers(member) && haveEachOther(corp, member.userid, external_userid))
    .map(({ userid }) => userid)
  return friends.find((userid) => priority_type === 1 || priority_userid_list.includes(userid))
}

function cut(channel: string): string {
  let text = ''
  for (const character of channel) {
    if (new TextEncoder().encode(text + character).length > maxChannelBytes) break
    text += character
  }
  return text
}

const toldAt: readonly number[] = [3, 5, 10]

export function raiseAcquisitionChat(corp: Corp, userid: string, external_userid: string): CorpEvent[] {
  const customer = corp.acquisition.lastUse(userid, external_userid)
  if (!customer) return []
  const { link_id, state, at } = customer
  const recv_msg_cnt = corp.conversations.countFromCustomer(userid, external_userid, at)
  const Event = 'customer_acquisition'
  if (recv_msg_cnt === 1 && corp.customers.find(external_userid)?.type === 1) {
    const ChangeType = 'customer_start_chat'
    return [corp.events.add({ Event, ChangeType, UserID: userid, ExternalUserID: external_userid })]
  }
  if (!toldAt.includes(recv_msg_cnt)) return []
  const ChatKey = corp.chatKeys.issue({ ...customer, recv_msg_cnt })
  const ChangeType = 'message_from_customer'
  return [corp.events.add({ Event, ChangeType, LinkId: link_id, ...(state && { State: state }), ChatKey })]
}

function whoReceives(corp: Corp, receivers: readonly Member[], { external_userid }: Customer, userid?: string): string {
  const names = receivers.map((member) => member.userid)
  if (userid !== undefined) {
    if (names.includes(userid)) return userid
    throw new InputError(
      'userid',
      `Member ${userid} does not receive customers here; members who do: ${upToFive(names)}`,
    )
  }
  const [first] = receivers
    .filter((member) => corp.follows.countOfMember(member.userid) < (member.customer_limit ?? Number.POSITIVE_INFINITY))
    .filter((member) => {
      const follow = corp.follows.find(member.userid, external_userid)
      return !follow || follow.customer_left_at !== undefined
    })
    .toSorted((one, other) => corp.follows.countOfMember(one.userid) - corp.follows.countOfMember(other.userid))
  if (first) return first.userid
  throw new InputError(
    'userid',
    `No member can receive customer ${external_userid}: each has reached customer_limit or already has this customer; members: ${upToFive(names)}`,
  )
}
