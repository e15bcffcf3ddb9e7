import * as v from 'valibot'
import type { CorpEvent, EventValue } from '../base/events.ts'
import { id, InputError, rowSchema, upToFive } from '../base/input.ts'
import type { Corp } from '../state/Corp.ts'
import type { ContactOrigin, Customer, Follow, FriendRequest, Parting } from '../state/contacts.ts'
import { servesCustomers } from '../state/members.ts'
import type { Transfer } from '../state/transfers.ts'
import type { Welcome } from '../state/welcomes.ts'
import {
  eventsOf,
  knownFollow,
  memberOnTheJob,
  type Outcome,
  type Pair,
  theCustomer,
  type WhichCustomer,
} from './known.ts'

// Any number from 0 up, because WeCom may add sources of customers.
const addWay: v.GenericSchema<number> = v.pipe(v.number(), v.integer(), v.minValue(0))

export interface CustomerAddsMember extends WhichCustomer {
  readonly userid: string
  /** Source of the customer (客户来源). Default 2: the customer searched for a phone number. */
  readonly add_way?: number | undefined
  /**
   * If true, the customer has added the member, but the member has not accepted yet. To accept later, call the action
   * `memberAcceptsCustomer`. Default false.
   */
  readonly half?: boolean | undefined
}

export const customerAddsMemberSchema: v.GenericSchema<CustomerAddsMember> = rowSchema<CustomerAddsMember>({
  userid: id,
  external_userid: v.optional(id),
  name: v.optional(v.string()),
  add_way: v.optional(addWay),
  half: v.optional(v.boolean()),
})

/**
 * A customer adds a member without a contact way or an acquisition link. If `half` is true, the member has not yet
 * accepted (see the action `memberAcceptsCustomer`). Otherwise the member accepts at once.
 *
 * @returns the customer's id.
 * @throws {RangeError} the member or customer does not exist, or the two are contacts already.
 *
 * @example
 * const { external_userid } = corp.people.customerAddsMember({ userid: 'wangfang', name: '王先生' })
 */
export function customerAddsMember(
  corp: Corp,
  { userid, add_way = 2, half = false, ...which }: CustomerAddsMember,
): Outcome & { readonly external_userid: string } {
  memberOnTheJob(corp, userid)
  const customer = theCustomer(corp, which)
  const { external_userid } = customer
  const events = meet(corp, customer, { userid, add_way }, !half)
  if (!half) return { events, external_userid }
  return {
    events: raiseContactEvent(corp, {
      ChangeType: 'add_half_external_contact',
      UserID: userid,
      ExternalUserID: external_userid,
      ...welcomeCode(corp, { userid, external_userid }),
    }),
    external_userid,
  }
}

export interface MemberAddsCustomer extends WhichCustomer {
  readonly userid: string
  /** Source of the customer (客户来源). Default 2: the member searched for a phone number. */
  readonly add_way?: number | undefined
  /**
   * Whether the customer accepts the request at once. If false, the customer can accept it later by the action
   * `customerAcceptsMember`. Default true.
   */
  readonly accepted?: boolean | undefined
}

export const memberAddsCustomerSchema: v.GenericSchema<MemberAddsCustomer> = rowSchema<MemberAddsCustomer>({
  userid: id,
  external_userid: v.optional(id),
  name: v.optional(v.string()),
  add_way: v.optional(addWay),
  accepted: v.optional(v.boolean()),
})

/**
 * A member sends a customer the request to become contacts. If `accepted` is false, the customer has not yet accepted
 * (see the action `customerAcceptsMember`). Otherwise the customer accepts at once. WeCom's statistics count the
 * request.
 *
 * @returns the customer's id.
 * @throws {RangeError} the member or customer does not exist, or the two are contacts already.
 *
 * @example
 * const { external_userid } = corp.people.memberAddsCustomer({ userid: 'wangfang', name: '王先生', accepted: false })
 */
export function memberAddsCustomer(
  corp: Corp,
  { userid, add_way = 2, accepted = true, ...which }: MemberAddsCustomer,
): Outcome & { readonly external_userid: string } {
  memberOnTheJob(corp, userid)
  const customer = theCustomer(corp, which)
  const events = meet(corp, customer, { userid, add_way, oper_userid: userid }, accepted)
  return { events, external_userid: customer.external_userid }
}

/**
 * A customer accepts a member's request to become contacts. The follow relation begins.
 *
 * @returns the new follow relation.
 * @throws {RangeError} the member has not sent this customer a request.
 */
export function customerAcceptsMember(corp: Corp, pair: Pair): Outcome & { readonly follow: Follow } {
  return acceptRequest(corp, pair, pair.userid)
}

/**
 * A member accepts a customer's request to become contacts. The follow relation begins.
 *
 * @returns the new follow relation.
 * @throws {RangeError} the customer has not sent this member a request.
 */
export function memberAcceptsCustomer(corp: Corp, pair: Pair): Outcome & { readonly follow: Follow } {
  return acceptRequest(corp, pair, pair.external_userid)
}

function acceptRequest(
  corp: Corp,
  { userid, external_userid }: Pair,
  asking: string,
): Outcome & { readonly follow: Follow } {
  const requests = corp.friendRequests.list()
  const request = requests.find(
    (one) => one.userid === userid && one.external_userid === external_userid && one.oper_userid === asking,
  )
  if (!request) {
    const missing =
      asking === userid
        ? `Member ${userid} has not asked to add customer ${external_userid}`
        : `Customer ${asking} has not asked to add member ${userid}`
    throw new InputError('external_userid', `${missing}; open requests: ${upToFive(requests.map(describe))}`)
  }
  const events = eventsOf(corp, () => becomeContacts(corp, request))
  return { events, follow: structuredClone(knownFollow(corp, userid, external_userid)) }
}

function describe({ userid, external_userid, oper_userid }: FriendRequest): string {
  return oper_userid === userid ? `${userid} to ${external_userid}` : `${external_userid} to ${userid}`
}

/**
 * Starts the follow relation between a member and a customer. If `isConfirmed` is false, the function only stores a
 * request to become contacts. The receiver can accept the request later. `how.oper_userid` is the id of the sender of
 * the request. Default: the customer.
 */
export function meet(
  corp: Corp,
  customer: Customer,
  how: Omit<ContactOrigin, 'external_userid' | 'oper_userid'> & Partial<Pick<ContactOrigin, 'oper_userid'>>,
  isConfirmed: boolean,
): CorpEvent[] {
  const { external_userid } = customer
  const origin: ContactOrigin = { oper_userid: external_userid, ...how, external_userid }
  checkMayMeet(corp, origin)
  corp.customers.add(customer)
  if (isConfirmed) return becomeContacts(corp, origin)
  corp.friendRequests.put({ ...origin, asked_at: corp.clock.seconds() })
  return []
}

function becomeContacts(corp: Corp, origin: ContactOrigin): CorpEvent[] {
  checkMayMeet(corp, origin)
  const { userid, external_userid, add_way, oper_userid, state, asked_at } = origin
  // If the customer deleted the member before, the new relation takes over the notes and tags of the old one.
  const left = corp.follows.find(userid, external_userid)
  if (left) corp.follows.remove(left)
  const { remark = '', description = '', remark_mobiles = [], tag_ids = [], personal_tags = [] } = left ?? {}
  corp.follows.add({
    userid,
    external_userid,
    remark,
    description,
    createtime: corp.clock.seconds(),
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
  corp.friendRequests.take(userid, external_userid)
  corp.contactWays.noteUse(origin)
  corp.acquisition.noteUse(origin)
  return raiseContactEvent(corp, {
    ChangeType: 'add_external_contact',
    UserID: userid,
    ExternalUserID: external_userid,
    ...(state && { State: state }),
    ...welcomeCode(corp, origin),
  })
}

export function checkMayMeet(
  corp: Corp,
  { userid, external_userid }: Pick<ContactOrigin, 'userid' | 'external_userid'>,
): void {
  const { customer_limit = Number.POSITIVE_INFINITY } = memberOnTheJob(corp, userid)
  const follow = corp.follows.find(userid, external_userid)
  if (follow && follow.customer_left_at === undefined) {
    throw new InputError(
      'external_userid',
      `Member ${userid} already has customer ${external_userid}; let one of them delete the other first`,
    )
  }
  if (!follow && corp.follows.countOfMember(userid) >= customer_limit) {
    throw new InputError('userid', `Member ${userid} has reached customer_limit: ${customer_limit} customers`)
  }
}

export function welcomeCode(corp: Corp, welcome: Welcome): { readonly WelcomeCode?: string } {
  const { userid, external_userid } = welcome
  const isGreeted =
    corp.members.find(userid)?.console_welcome ||
    corp.welcomeCodes.wasUsed(welcome) ||
    corp.conversations.haveTalked(userid, external_userid)
  return isGreeted ? {} : { WelcomeCode: corp.welcomeCodes.issue(welcome) }
}

interface ContactEvent {
  readonly ChangeType: string
  readonly UserID: string
  readonly ExternalUserID: string
  readonly [field: string]: EventValue
}

export function raiseContactEvent(corp: Corp, event: ContactEvent): CorpEvent[] {
  const member = corp.members.find(event.UserID)
  if (!member || !servesCustomers(member)) return []
  return [corp.events.add({ Event: 'change_external_contact', ...event })]
}

/**
 * A customer deletes a member. The member still has the customer, so WeCom's API still returns the follow relation.
 *
 * @returns the deletion: both ids, who deleted (`member` or `customer`), and the time.
 * @throws {RangeError} the customer does not have the member as a contact.
 */
export function customerDeletesMember(
  corp: Corp,
  { userid, external_userid }: Pair,
): Outcome & { readonly parting: Parting } {
  const now = corp.clock.seconds()
  if (corp.partings.last(userid, external_userid)?.by !== 'member' || corp.follows.find(userid, external_userid)) {
    const follow = knownFollow(corp, userid, external_userid)
    if (follow.customer_left_at !== undefined) {
      throw new InputError('userid', `Customer ${external_userid} has already deleted member ${userid}`)
    }
    corp.follows.change(follow, { customer_left_at: now })
  }
  const parting: Parting = { userid, external_userid, by: 'customer', at: now }
  corp.partings.add(parting)
  return {
    events: raiseContactEvent(corp, {
      ChangeType: 'del_follow_user',
      UserID: userid,
      ExternalUserID: external_userid,
    }),
    parting: { ...parting },
  }
}

/**
 * A member deletes a customer. The customer still has the member as a contact.
 *
 * @returns the deletion: both ids, who deleted (`member` or `customer`), and the time.
 * @throws {RangeError} the member does not have the customer as a contact.
 */
export function memberDeletesCustomer(
  corp: Corp,
  { userid, external_userid }: Pair,
): Outcome & { readonly parting: Parting } {
  corp.follows.remove(knownFollow(corp, userid, external_userid))
  const parting: Parting = { userid, external_userid, by: 'member', at: corp.clock.seconds() }
  corp.partings.add(parting)
  return {
    events: raiseContactEvent(corp, {
      ChangeType: 'del_external_contact',
      UserID: userid,
      ExternalUserID: external_userid,
    }),
    parting: { ...parting },
  }
}

export interface CustomerRefusesTransfer {
  readonly external_userid: string
}

export const customerRefusesTransferSchema: v.GenericSchema<CustomerRefusesTransfer> =
  rowSchema<CustomerRefusesTransfer>({ external_userid: id })

/**
 * A customer refuses to be transferred to another member. This is possible within 24 hours after an app started the
 * transfer. After 24 hours, the transfer takes effect.
 *
 * @returns the changed transfer.
 * @throws {RangeError} the customer has no transfer in progress.
 */
export function customerRefusesTransfer(
  corp: Corp,
  { external_userid }: CustomerRefusesTransfer,
): Outcome & { readonly transfer: Transfer } {
  const { transfer, event } = corp.transfers.refuse(external_userid)
  return { events: [event], transfer: { ...transfer } }
}
