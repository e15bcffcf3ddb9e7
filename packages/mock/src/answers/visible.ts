import { Refusal } from '../base/Refusal.ts'
import type { Corp } from '../state/Corp.ts'
import type { Customer, Follow } from '../state/contacts.ts'
import type { GroupChat } from '../state/groupchat.ts'
import { type App, type Member, servesCustomers } from '../state/members.ts'

/**
 * Returns the follow relations that count as customers of a member. A member without customer contact has contacts, but
 * no customers.
 */
export function followsOfMember(corp: Corp, member: Member): Follow[] {
  return servesCustomers(member) ? corp.follows.ofMember(member.userid) : []
}

/** Returns the follow relations of a customer with members in the visible range of the app. */
export function followsOfCustomer(corp: Corp, app: App, { external_userid }: Customer): Follow[] {
  return corp.follows.ofCustomer(external_userid).filter(({ userid }) => {
    const member = corp.members.find(userid)
    return member !== undefined && servesCustomers(member) && corp.members.isVisible(app, member)
  })
}

/**
 * Returns the customer with an id.
 *
 * @throws {Refusal} 40096: there is no such customer.
 */
export function findCustomer(corp: Corp, external_userid: string): Customer {
  const customer = corp.customers.find(external_userid)
  if (!customer) throw new Refusal(40096)
  return customer
}

/**
 * Whether a group chat counts as a customer group chat (客户群). It does if its owner has customer contact, or had it
 * until they left the corp.
 */
export function isCustomerGroup(corp: Corp, { owner }: GroupChat): boolean {
  return corp.members.find(owner)?.customer_contact ?? false
}

/**
 * Returns the group chat with an id, if the app may see it.
 *
 * @throws {Refusal} 40050: there is no such group chat. 49008: it is dismissed. 60011: its owner is outside the visible
 *   range of the app.
 */
export function visibleGroupChat(corp: Corp, app: App, chat_id: string): GroupChat {
  const chat = corp.groupChats.find(chat_id)
  if (!chat) throw new Refusal(40050)
  if (!isCustomerGroup(corp, chat)) throw new Refusal(90501)
  if (!corp.members.isOwnerInRange(app, chat.owner)) throw new Refusal(60011)
  if (chat.dismissed_at !== undefined) throw new Refusal(49008)
  return chat
}

/** Most members in the visible range for which a call may leave out the owners. */
const maxPeople = 1000

/**
 * Returns the members whose group chats a call is about if it names no owners.
 *
 * @throws {Refusal} 81017: the visible range has too many members.
 */
export function visiblePeople({ members }: Corp, app: App): Member[] {
  const people = members.list().filter((member) => members.isVisible(app, member))
  if (people.length > maxPeople) throw new Refusal(81017)
  return people
}

/** Returns the customer with an id if a member in the visible range of the app has the customer. */
export function visibleCustomer(corp: Corp, app: App, external_userid: string): Customer | undefined {
  const customer = corp.customers.find(external_userid)
  return customer && followsOfCustomer(corp, app, customer).length > 0 ? customer : undefined
}

/** Returns the customer with a unionid if a member in the visible range of the app has the customer. */
export function customerWithUnionid(corp: Corp, app: App, unionid: string): Customer | undefined {
  const customer = corp.customers.list().find((one) => one.unionid === unionid)
  return customer && visibleCustomer(corp, app, customer.external_userid)
}

/**
 * Checks the form of a unionid.
 *
 * @throws {Refusal} 610014: the text does not have the form of a unionid.
 */
export function checkUnionid(unionid: string): void {
  if (!/^o[\w-]+$/.test(unionid)) throw new Refusal(610014)
}
