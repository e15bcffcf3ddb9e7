import { Refusal } from '../base/Refusal.ts'
import type { Corp } from '../state/Corp.ts'
import type { Customer, Follow } from '../state/contacts.ts'
import type { GroupChat } from '../state/groupchat.ts'
import { type App, type Member, servesCustomers } from '../state/members.ts'

/**
 * Returns nothing if the member has no permission for customer contact, because WeCom does not count the contacts of
 * such a member as customers.
 */
export function followsOfMember(corp: Corp, member: Member): Follow[] {
  return servesCustomers(member) ? corp.follows.ofMember(member.userid) : []
}

/** Omits members outside the visible range of the app. */
export function followsOfCustomer(corp: Corp, app: App, { external_userid }: Customer): Follow[] {
  return corp.follows.ofCustomer(external_userid).filter(({ userid }) => {
    const member = corp.members.find(userid)
    return member !== undefined && servesCustomers(member) && corp.members.isVisible(app, member)
  })
}

/** @throws {Refusal} 40096: no customer has this id. */
export function findCustomer(corp: Corp, external_userid: string): Customer {
  const customer = corp.customers.find(external_userid)
  if (!customer) throw new Refusal(40096)
  return customer
}

/**
 * Checks whether the owner has permission for customer contact. Only then is the group chat a group chat with customers
 * (客户群). For an owner who has left the corp, the permission on leaving counts.
 */
export function isCustomerGroup(corp: Corp, { owner }: GroupChat): boolean {
  return corp.members.find(owner)?.customer_contact ?? false
}

/**
 * @throws {Refusal} 40050: no group chat has this id. 90501: it is not a group chat with customers (客户群). 60011: its
 *   owner is outside the visible range of the app. 49008: it was dismissed.
 */
export function visibleGroupChat(corp: Corp, app: App, chat_id: string): GroupChat {
  const chat = corp.groupChats.find(chat_id)
  if (!chat) throw new Refusal(40050)
  if (!isCustomerGroup(corp, chat)) throw new Refusal(90501)
  if (!corp.members.isOwnerInRange(app, chat.owner)) throw new Refusal(60011)
  if (chat.dismissed_at !== undefined) throw new Refusal(49008)
  return chat
}

/** Largest number of members in the visible range of an app, if a call about group chats names no owners. */
const maxPeople = 1000

/**
 * A call about group chats that names no owners is about the group chats of these members.
 *
 * @throws {Refusal} 81017: the visible range has more than 1000 members.
 */
export function visiblePeople({ members }: Corp, app: App): Member[] {
  const people = members.list().filter((member) => members.isVisible(app, member))
  if (people.length > maxPeople) throw new Refusal(81017)
  return people
}

/** Undefined if no member in the visible range of the app has this customer. */
export function visibleCustomer(corp: Corp, app: App, external_userid: string): Customer | undefined {
  const customer = corp.customers.find(external_userid)
  return customer && followsOfCustomer(corp, app, customer).length > 0 ? customer : undefined
}

/** Undefined if no member in the visible range of the app has this customer. */
export function customerWithUnionid(corp: Corp, app: App, unionid: string): Customer | undefined {
  const customer = corp.customers.list().find((one) => one.unionid === unionid)
  return customer && visibleCustomer(corp, app, customer.external_userid)
}

/** @throws {Refusal} 610014: the text does not have the form of a unionid. */
export function checkUnionid(unionid: string): void {
  if (!/^o[\w-]+$/.test(unionid)) throw new Refusal(610014)
}
