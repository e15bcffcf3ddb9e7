import type * as v from 'valibot'
import type { CorpEvent, EventValue } from '../base/events.ts'
import { id, InputError, upToFive, rowSchema } from '../base/input.ts'
import { drawFree } from '../base/random.ts'
import type { Corp } from '../state/Corp.ts'
import type { Customer, Follow } from '../state/contacts.ts'
import { findInChat, type GroupChat, type GroupChatMember, isFull, presentMembers } from '../state/groupchat.ts'
import type { Member } from '../state/members.ts'
import type { Moment, MomentPublication } from '../state/moments.ts'
import { type FoundTag, liveTags } from '../state/tags.ts'

/** Result of an action of a member, customer or admin. */
export interface Outcome {
  /** Events that the action caused. Apps receive them, and `corp.events` contains them. */
  readonly events: CorpEvent[]
}

export function memberOnTheJob(corp: Corp, userid: string, field = 'userid'): Member {
  const member = corp.members.find(userid)
  if (member && !member.resigned_at) return member
  const others = corp.members.list().flatMap((other) => (other.resigned_at ? [] : [other.userid]))
  throw new InputError(
    field,
    `${member ? `Member ${userid} has left the corp` : `There is no member ${userid}`}; members: ${upToFive(others)}`,
  )
}

export function knownCustomer(corp: Corp, external_userid: string): Customer {
  const customer = corp.customers.find(external_userid)
  if (customer) return customer
  const others = corp.customers.list().map((other) => other.external_userid)
  throw new InputError('external_userid', `There is no customer ${external_userid}; customers: ${upToFive(others)}`)
}

export function knownFollow(corp: Corp, userid: string, external_userid: string): Follow {
  memberOnTheJob(corp, userid)
  knownCustomer(corp, external_userid)
  const follow = corp.follows.find(userid, external_userid)
  if (follow) return follow
  const others = corp.follows.ofMember(userid).map((other) => other.external_userid)
  throw new InputError(
    'external_userid',
    `Member ${userid} does not have customer ${external_userid}; customers of ${userid}: ${upToFive(others)}`,
  )
}

export function eventsOf(corp: Corp, act: () => void): CorpEvent[] {
  const events: CorpEvent[] = []
  const stop = corp.events.listen((event) => events.push(event))
  try {
    act()
  } finally {
    stop()
  }
  return events
}

/** The member and the customer whom an action concerns. Both must exist in the fake corp. */
export interface Pair {
  readonly userid: string
  readonly external_userid: string
}

export const pairSchema: v.GenericSchema<Pair> = rowSchema<Pair>({ userid: id, external_userid: id })

/** The suite that an action concerns. It must be in `provider.suites` of the state. */
export interface WhichSuite {
  readonly suite_id: string
}

export const whichSuiteSchema: v.GenericSchema<WhichSuite> = rowSchema<WhichSuite>({ suite_id: id })

export function knownTag(corp: Corp, tagId: string, field = 'id'): FoundTag {
  const found = corp.tags.findAny(tagId)
  if (found && !(found.tag ?? found.group).deleted) return found
  const ids = corp.tags
    .groups()
    .flatMap((group) => (group.deleted ? [] : [group.group_id, ...liveTags(group).map((tag) => tag.id)]))
  throw new InputError(field, `There is no tag or tag group ${tagId}; tags and tag groups: ${upToFive(ids)}`)
}

/** The customer in the input of an action: the id of an existing customer, or the name of a new customer. */
export interface WhichCustomer {
  /** Id of an existing customer. Default: the action creates a new customer. */
  readonly external_userid?: string | undefined
  /** Name of the new customer. Used only without `external_userid`. Default 新客户. */
  readonly name?: string | undefined
}

/** Returns the customer with a given id. Without an id, returns a new customer, whom the corp has not stored yet. */
export function theCustomer(corp: Corp, { external_userid, name = '新客户' }: WhichCustomer): Customer {
  if (external_userid !== undefined) return knownCustomer(corp, external_userid)
  const { customers, random } = corp
  const ids = drawFree(
    () => ({ external_userid: `wm${random.text(30)}`, unionid: `o${random.text(27)}` }),
    (drawn) => customers.find(drawn.external_userid) !== undefined,
  )
  return { ...ids, name, type: 1, gender: 0 }
}

export function haveEachOther({ follows }: Corp, userid: string, external_userid: string): boolean {
  const follow = follows.find(userid, external_userid)
  return follow !== undefined && follow.customer_left_at === undefined
}

export function ownsGroup({ groupChats }: Corp, userid: string, chat_id: string): boolean {
  return groupChats.ofOwner(userid).some((chat) => chat.chat_id === chat_id)
}

export function knownGroupChat(corp: Corp, chat_id: string): GroupChat {
  const chat = corp.groupChats.find(chat_id)
  if (chat && chat.dismissed_at === undefined) return chat
  const others = corp.groupChats.list().flatMap((other) => (other.dismissed_at === undefined ? [other.chat_id] : []))
  throw new InputError(
    'chat_id',
    `${chat ? `Group chat ${chat_id} is dismissed` : `There is no group chat ${chat_id}`}; group chats: ${upToFive(others)}`,
  )
}

export function knownGroupChatMember(chat: GroupChat, userid: string, field = 'userid'): GroupChatMember {
  const member = findInChat(chat, userid)
  if (member) return member
  const others = presentMembers(chat).map((other) => other.userid)
  throw new InputError(field, `${userid} is not in group chat ${chat.chat_id}; people in it: ${upToFive(others)}`)
}

export function checkMayJoin(chat: GroupChat, userid: string, field: 'userid' | 'external_userid'): void {
  if (findInChat(chat, userid)) throw new InputError(field, `${userid} is already in group chat ${chat.chat_id}`)
  if (isFull(chat)) {
    throw new InputError(
      'chat_id',
      `Group chat ${chat.chat_id} is full (${presentMembers(chat).length} people); let one of them leave first`,
    )
  }
}

export function raiseGroupChatEvent(
  corp: Corp,
  { chat_id, owner }: GroupChat,
  ChangeType: 'create' | 'update' | 'dismiss',
  detail: Readonly<Record<string, EventValue>> = {},
): CorpEvent[] {
  if (!corp.members.find(owner)?.customer_contact) return []
  return [corp.events.add({ Event: 'change_external_chat', ChangeType, ChatId: chat_id, ...detail })]
}

export interface MomentOfMember {
  readonly moment_id: string
  /** The userid of the member who publishes the moment (客户朋友圈) or has published it. */
  readonly userid: string
}

export const momentOfMemberSchema: v.GenericSchema<MomentOfMember> = rowSchema<MomentOfMember>({
  moment_id: id,
  userid: id,
})

export interface MomentOfCustomer extends MomentOfMember {
  readonly external_userid: string
}

export const momentOfCustomerSchema: v.GenericSchema<MomentOfCustomer> = rowSchema<MomentOfCustomer>({
  moment_id: id,
  userid: id,
  external_userid: id,
})

export function knownMoment({ moments }: Corp, moment_id: string): Moment {
  const moment = moments.find(moment_id)
  if (moment && moment.deleted_at === undefined) return moment
  const others = moments.list().flatMap((other) => (other.deleted_at === undefined ? [other.moment_id] : []))
  throw new InputError('moment_id', `There is no moment ${moment_id}; moments: ${upToFive(others)}`)
}

export function knownPublication(corp: Corp, { moment_id, userid }: MomentOfMember): MomentPublication {
  const { publications } = knownMoment(corp, moment_id)
  const publication = publications.find((candidate) => candidate.userid === userid)
  if (publication) return publication
  const others = publications.map((other) => other.userid)
  throw new InputError(
    'userid',
    `Member ${userid} does not publish moment ${moment_id}; members who do: ${upToFive(others)}`,
  )
}

export function openMoment(corp: Corp, { moment_id, userid }: MomentOfMember): MomentPublication {
  memberOnTheJob(corp, userid)
  const publication = knownPublication(corp, { moment_id, userid })
  const moment = knownMoment(corp, moment_id)
  if (corp.moments.isDispatching(moment)) {
    throw new InputError(
      'moment_id',
      `WeCom is still distributing moment ${moment_id}; advance the corp's clock, then try again`,
    )
  }
  if (publication.publish_time !== undefined) {
    throw new InputError('moment_id', `Member ${userid} has already published moment ${moment_id}`)
  }
  if (moment.cancelled_at !== undefined) throw new InputError('moment_id', `Moment ${moment_id} was cancelled`)
  return publication
}

export function publishedMoment(corp: Corp, which: MomentOfMember): MomentPublication {
  const publication = knownPublication(corp, which)
  if (publication.publish_time !== undefined) return publication
  throw new InputError('userid', `Member ${which.userid} has not published moment ${which.moment_id} yet`)
}

export function seenMoment(corp: Corp, { external_userid, ...which }: MomentOfCustomer): MomentPublication {
  const publication = publishedMoment(corp, which)
  if (publication.reached.includes(external_userid)) return publication
  const { moment_id, userid } = which
  throw new InputError(
    'external_userid',
    `Customer ${external_userid} cannot see moment ${moment_id} of ${userid}; customers who can: ${upToFive(publication.reached)}`,
  )
}
