import { Refusal } from '../base/Refusal.ts'
import type { Corp } from '../state/Corp.ts'
import type { Customer, Follow } from '../state/contacts.ts'
import type { GroupChat } from '../state/groupchat.ts'
import { type App, type Member, servesCustomers } from '../state/members.ts'

/** The customers of one member. A member without customer contact has contacts, but no customers. */
export function followsOfMember(corp: Corp, member: Member): Follow[] {
  return servesCustomers(member) ? corp.follows.ofMember(member.userid) : []
}

/** The follow relations of one customer with members in the app's visible range. */
export function followsOfCustomer(corp: Corp, app: App, { external_userid }: Customer): Follow[] {
  return corp.follows.ofCustomer(external_userid).filter(({ userid }) => {
    const member = corp.members.find(userid)
    return member !== undefined && servesCustomers(member) && corp.members.isVisible(app, member)
  })
}

/** @throws {Refusal} 40096: there is no such customer. */
export function findCustomer(corp: Corp, external_userid: string): Customer {
  const customer = corp.customers.find(external_userid)
  if (!customer) throw new Refusal(40096)
  return customer
}

/** Whether a group counts as a customer group: its owner has, or had until they left, the customer-contact feature. */
export function isCustomerGroup(corp: Corp, { owner }: GroupChat): boolean {
  return corp.members.find(owner)?.customer_contact ?? false
}

/**
 * The customer group that an app sees under an id.
 *
 * @throws {Refusal} 40050: there is none. 49008: it is dismissed. 60011: its owner is out of the app's range.
 */
export function visibleGroupChat(corp: Corp, app: App, chat_id: string): GroupChat {
  const chat = corp.groupChats.find(chat_id)
  if (!chat) throw new Refusal(40050)
  if (!isCustomerGroup(corp, chat)) throw new Refusal(90501)
  if (!corp.members.isOwnerInRange(app, chat.owner)) throw new Refusal(60011)
  if (chat.dismissed_at !== undefined) throw new Refusal(49008)
  return chat
}

/** With more visible members than this, a call must name owners. */
const maxPeople = 1000

/**
 * The members whose groups are meant if a call names no owners.
 *
 * @throws {Refusal} 81017: too many people.
 */
export function visiblePeople({ members }: Corp, app: App): Member[] {
  const people = members.list().filter((member) => members.isVisible(app, member))
  if (people.length > maxPeople) throw new Refusal(81017)
  return people
}

/** The customer, if a member in the app's visible range has them. */
export function visibleCustomer(corp: Corp, app: App, external_userid: string): Customer | undefined {
  const customer = corp.customers.find(external_userid)
  return customer && followsOfCustomer(corp, app, customer).length > 0 ? customer : undefined
}

/** The same, by a unionid. */
export function customerWithUnionid(corp: Corp, app: App, unionid: string): Customer | undefined {
  const customer = corp.customers.list().find((one) => one.unionid === unionid)
  return customer && visibleCustomer(corp, app, customer.external_userid)
}

/** @throws {Refusal} 610014: no WeChat id looks like that. */
export function checkUnionid(unionid: string): void {
  if (!/^o[\w-]+$/.test(unionid)) throw new Refusal(610014)
}
