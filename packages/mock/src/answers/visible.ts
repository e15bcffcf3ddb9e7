import { Refusal } from '../base/Refusal.ts'
import type { Corp } from '../state/Corp.ts'
import type { Customer, Follow } from '../state/contacts.ts'
import type { GroupChat } from '../state/groupchat.ts'
import { type App, type Member, servesCustomers } from '../state/members.ts'

export function followsOfMember(corp: Corp, member: Member): Follow[] {
  // WeCom does not count the contacts of other members as customers.
  return servesCustomers(member) ? corp.follows.ofMember(member.userid) : []
}

export function followsOfCustomer(corp: Corp, app: App, { external_userid }: Customer): Follow[] {
  return corp.follows.ofCustomer(external_userid).filter(({ userid }) => {
    const member = corp.members.find(userid)
    return member !== undefined && servesCustomers(member) && corp.members.isVisible(app, member)
  })
}

export function findCustomer(corp: Corp, external_userid: string): Customer {
  const customer = corp.customers.find(external_userid)
  if (!customer) throw new Refusal(40096)
  return customer
}

/**
 * Returns whether WeCom treats a group chat as a group chat with customers (客户群). The owner must have permission for
 * customer contact. An owner who has left the corp must have had this permission until then.
 */
export function isCustomerGroup(corp: Corp, { owner }: GroupChat): boolean {
  return corp.members.find(owner)?.customer_contact ?? false
}

export function visibleGroupChat(corp: Corp, app: App, chat_id: string): GroupChat {
  const chat = corp.groupChats.find(chat_id)
  if (!chat) throw new Refusal(40050)
  if (!isCustomerGroup(corp, chat)) throw new Refusal(90501)
  if (!corp.members.isOwnerInRange(app, chat.owner)) throw new Refusal(60011)
  if (chat.dismissed_at !== undefined) throw new Refusal(49008)
  return chat
}

// The limit for a call about group chats that names no owners.
const maxPeople = 1000

/**
 * Returns the members in the visible range of an app. A call about group chats that names no owners uses these members
 * as the owners.
 *
 * @throws {Refusal} 81017: the visible range has more than 1000 members.
 */
export function visiblePeople({ members }: Corp, app: App): Member[] {
  const people = members.list().filter((member) => members.isVisible(app, member))
  if (people.length > maxPeople) throw new Refusal(81017)
  return people
}

export function visibleCustomer(corp: Corp, app: App, external_userid: string): Customer | undefined {
  const customer = corp.customers.find(external_userid)
  return customer && followsOfCustomer(corp, app, customer).length > 0 ? customer : undefined
}

export function customerWithUnionid(corp: Corp, app: App, unionid: string): Customer | undefined {
  const customer = corp.customers.list().find((one) => one.unionid === unionid)
  return customer && visibleCustomer(corp, app, customer.external_userid)
}

export function checkUnionid(unionid: string): void {
  if (!/^o[\w-]+$/.test(unionid)) throw new Refusal(610014)
}
