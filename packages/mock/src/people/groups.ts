import * as v from 'valibot'
import type { CorpEvent, EventValue } from '../base/events.ts'
import { id, InputError, rowSchema, upToFive } from '../base/input.ts'
import type { Corp } from '../state/Corp.ts'
import type { GroupMessage } from '../state/contacts.ts'
import { findInChat, type GroupChat, isFull, type Joining, type JoinWay, memberVersion } from '../state/groupchat.ts'
import {
  checkMayJoin,
  knownCustomer,
  knownGroupChat,
  knownGroupChatMember,
  memberOnTheJob,
  type Outcome,
  raiseGroupChatEvent,
  theCustomer,
} from './known.ts'

export interface MemberOpensGroup {
  /** The userid of the member who creates and owns the group chat. */
  readonly userid: string
  readonly name?: string | undefined
  /** Ids of the customers who are in the group chat from the start. */
  readonly external_userid?: string[] | undefined
  /** Largest number of people in the group chat. Default 500. */
  readonly member_limit?: number | undefined
}

export const memberOpensGroupSchema: v.GenericSchema<MemberOpensGroup> = rowSchema<MemberOpensGroup>({
  userid: id,
  name: v.optional(v.string()),
  external_userid: v.optional(v.array(id)),
  member_limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
})

/**
 * A member creates a group chat with customers.
 *
 * @throws {RangeError} the member or a customer does not exist, or there are more people than `member_limit`.
 */
export function memberOpensGroup(
  corp: Corp,
  { userid, name = '', external_userid = [], member_limit }: MemberOpensGroup,
): Outcome & { readonly chat_id: string } {
  memberOnTheJob(corp, userid)
  const customers = [...new Set(external_userid)]
  for (const customer of customers) knownCustomer(corp, customer)
  if (member_limit !== undefined && customers.length >= member_limit) {
    throw new InputError(
      'external_userid',
      `member_limit ${member_limit} is too small for the owner and ${customers.length} customers`,
    )
  }

  const chat = corp.groupChats.create({ name, owner: userid, member_limit })
  const joining = customers.map((customer) => ({
    userid: customer,
    type: 2 as const,
    join_scene: 1 as const,
    invitor: userid,
  }))
  for (const member of joining) corp.groupChats.join(chat, member)
  return { chat_id: chat.chat_id, events: raiseGroupChatEvent(corp, chat, 'create') }
}

export interface MemberJoinsGroup {
  readonly chat_id: string
  readonly userid: string
  /**
   * The userid or external_userid of the person who invited the member `userid`. The inviting person must already be in
   * the group chat.
   */
  readonly invitor?: string | undefined
}

export const memberJoinsGroupSchema: v.GenericSchema<MemberJoinsGroup> = rowSchema<MemberJoinsGroup>({
  chat_id: id,
  userid: id,
  invitor: v.optional(id),
})

/**
 * A member joins a group chat.
 *
 * @returns the changed group chat.
 * @throws {RangeError} the group chat or the member does not exist, the group chat is full, or the member is in it
 *   already.
 */
export function memberJoinsGroup(
  corp: Corp,
  { chat_id, userid, invitor }: MemberJoinsGroup,
): Outcome & { readonly group_chat: GroupChat } {
  const chat = knownGroupChat(corp, chat_id)
  memberOnTheJob(corp, userid)
  checkMayJoin(chat, userid, 'userid')
  if (invitor !== undefined) knownGroupChatMember(chat, invitor, 'invitor')

  const joining = { userid, type: 1 as const, join_scene: 1 as const, ...(invitor && { invitor }) }
  return { events: joinGroupChat(corp, chat, [joining]), group_chat: structuredClone(chat) }
}

export interface CustomerJoinsGroup {
  readonly chat_id: string
  /** Id of an existing customer. Default: the action creates a new customer. */
  readonly external_userid?: string | undefined
  /** Name of the new customer. Used only without `external_userid`. */
  readonly name?: string | undefined
  /**
   * How the customer joins: 1 invited directly, 2 by an invitation link, 3 by the QR code of the group chat. Default: 1
   * if there is an `invitor`, otherwise 3.
   */
  readonly join_scene?: 1 | 2 | 3 | undefined
  /**
   * The userid or external_userid of the person who invited the customer. The inviting person must already be in the
   * group chat.
   */
  readonly invitor?: string | undefined
}

export const customerJoinsGroupSchema: v.GenericSchema<CustomerJoinsGroup> = rowSchema<CustomerJoinsGroup>({
  chat_id: id,
  external_userid: v.optional(id),
  name: v.optional(v.string()),
  join_scene: v.optional(v.picklist([1, 2, 3])),
  invitor: v.optional(id),
})

/**
 * A person joins a group chat. The person is an existing customer, or a new person who is not a contact of any member.
 *
 * @throws {RangeError} the group chat or the customer does not exist, the group chat is full, or the customer is in it
 *   already.
 */
export function customerJoinsGroup(
  corp: Corp,
  { chat_id, external_userid, name, invitor, join_scene = invitor === undefined ? 3 : 1 }: CustomerJoinsGroup,
): Outcome & { readonly external_userid: string } {
  const chat = knownGroupChat(corp, chat_id)
  const customer = theCustomer(corp, { external_userid, name })
  checkMayJoin(chat, customer.external_userid, 'external_userid')
  if (invitor !== undefined) knownGroupChatMember(chat, invitor, 'invitor')

  corp.customers.add(customer)
  const joining = { userid: customer.external_userid, type: 2 as const, join_scene, ...(invitor && { invitor }) }
  return { external_userid: customer.external_userid, events: joinGroupChat(corp, chat, [joining]) }
}

export interface CustomerScansJoinWay {
  readonly config_id: string
  /** Id of an existing customer. Default: the action creates a new customer. */
  readonly external_userid?: string | undefined
  /** Name of the new customer. Used only without `external_userid`. */
  readonly name?: string | undefined
}

export const customerScansJoinWaySchema: v.GenericSchema<CustomerScansJoinWay> = rowSchema<CustomerScansJoinWay>({
  config_id: id,
  external_userid: v.optional(id),
  name: v.optional(v.string()),
})

/**
 * A customer uses a join way (QR code or button). Among the group chats of the join way, the customer joins the first
 * one that is not full. If all of them are full and `auto_create_room` is 1, WeCom creates a new group chat.
 *
 * @throws {RangeError} the join way or the customer does not exist, no group chat of the join way has room, or the
 *   customer is already in one of them.
 */
export function customerScansJoinWay(
  corp: Corp,
  { config_id, external_userid, name }: CustomerScansJoinWay,
): Outcome & { readonly external_userid: string; readonly chat_id: string } {
  const way = corp.joinWays.find(config_id)
  if (!way) {
    const others = corp.joinWays.list().map((other) => other.config_id)
    throw new InputError('config_id', `There is no join way ${config_id}; join ways: ${upToFive(others)}`)
  }
  const customer = theCustomer(corp, { external_userid, name })
  const chats = way.chat_id_list.flatMap((chat_id) => corp.groupChats.find(chat_id) ?? [])
  const standing = chats.filter(({ dismissed_at }) => dismissed_at === undefined)
  const present = standing.find((chat) => findInChat(chat, customer.external_userid))
  if (present)
    throw new InputError(
      'external_userid',
      `Customer ${customer.external_userid} is already in group chat ${present.chat_id}`,
    )

  const { chat, events } = chooseGroupChat(corp, way, standing)
  corp.customers.add(customer)
  const joining = {
    userid: customer.external_userid,
    type: 2 as const,
    join_scene: 3 as const,
    ...(way.state !== undefined && { state: way.state }),
  }
  return {
    external_userid: customer.external_userid,
    chat_id: chat.chat_id,
    events: [...events, ...joinGroupChat(corp, chat, [joining])],
  }
}

function chooseGroupChat(
  corp: Corp,
  way: JoinWay,
  chats: readonly GroupChat[],
): { chat: GroupChat; events: CorpEvent[] } {
  const free = chats.find((chat) => !isFull(chat))
  if (free) return { chat: free, events: [] }
  const [first] = chats
  if (!first || way.auto_create_room === 0) {
    throw new InputError(
      'config_id',
      `No group chat of join way ${way.config_id} has room, and the join way cannot create another group chat`,
    )
  }
  const { room_base_name = first.name, room_base_id = 1 } = way
  const opened = corp.groupChats.create({
    name: nextName(chats, room_base_name, room_base_id),
    owner: first.owner,
    member_limit: first.member_limit,
  })
  way.chat_id_list.push(opened.chat_id)
  return { chat: opened, events: raiseGroupChatEvent(corp, opened, 'create') }
}

function nextName(chats: readonly GroupChat[], base: string, number: number): string {
  const name = `${base}${number}`
  return chats.some((chat) => chat.name === name) ? nextName(chats, base, number + 1) : name
}

export interface MemberLeavesGroup {
  readonly chat_id: string
  readonly userid: string
  /**
   * Whether the owner or an admin of the group chat removed the member. Default false: the member left without being
   * removed.
   */
  readonly removed?: boolean | undefined
}

export const memberLeavesGroupSchema: v.GenericSchema<MemberLeavesGroup> = rowSchema<MemberLeavesGroup>({
  chat_id: id,
  userid: id,
  removed: v.optional(v.boolean()),
})

/**
 * A member leaves a group chat, or is removed from it.
 *
 * @returns the changed group chat.
 * @throws {RangeError} the group chat does not exist, the member is not in it, or the member owns it.
 */
export function memberLeavesGroup(
  corp: Corp,
  { chat_id, userid, removed = false }: MemberLeavesGroup,
): Outcome & { readonly group_chat: GroupChat } {
  const chat = knownGroupChat(corp, chat_id)
  knownGroupChatMember(chat, userid)
  if (chat.owner === userid) {
    throw new InputError('userid', `Member ${userid} owns group chat ${chat_id}; call ownerChanges first`)
  }
  return { events: leaveGroupChat(corp, chat, [userid], removed), group_chat: structuredClone(chat) }
}

export interface CustomerLeavesGroup {
  readonly chat_id: string
  readonly external_userid: string
  /**
   * Whether the owner or an admin of the group chat removed the customer. Default false: the customer left without
   * being removed.
   */
  readonly removed?: boolean | undefined
}

export const customerLeavesGroupSchema: v.GenericSchema<CustomerLeavesGroup> = rowSchema<CustomerLeavesGroup>({
  chat_id: id,
  external_userid: id,
  removed: v.optional(v.boolean()),
})

/**
 * A customer leaves a group chat, or is removed from it.
 *
 * @returns the changed group chat.
 * @throws {RangeError} the group chat does not exist, or the customer is not in it.
 */
export function customerLeavesGroup(
  corp: Corp,
  { chat_id, external_userid, removed = false }: CustomerLeavesGroup,
): Outcome & { readonly group_chat: GroupChat } {
  const chat = knownGroupChat(corp, chat_id)
  knownGroupChatMember(chat, external_userid, 'external_userid')
  return { events: leaveGroupChat(corp, chat, [external_userid], removed), group_chat: structuredClone(chat) }
}

/** Adds people to a group chat and raises the events. The caller must have checked that these people may join. */
function joinGroupChat(corp: Corp, chat: GroupChat, joining: readonly Joining[]): CorpEvent[] {
  const [first] = joining
  const change = {
    UpdateDetail: 'add_member',
    // In events, unlike in the detail of the group, an invitation by link counts as one by a member.
    JoinScene: first?.join_scene === 3 ? 3 : 0,
  }
  return changeMembers(corp, chat, joining, change, (member) => corp.groupChats.join(chat, member))
}

function leaveGroupChat(corp: Corp, chat: GroupChat, userids: readonly string[], isRemoved: boolean): CorpEvent[] {
  const leaving = userids.map((userid) => ({ userid }))
  const change = { UpdateDetail: 'del_member', QuitScene: isRemoved ? 1 : 0 }
  return changeMembers(corp, chat, leaving, change, ({ userid }) => corp.groupChats.leave(chat, userid))
}

function changeMembers<Person extends { readonly userid: string }>(
  corp: Corp,
  chat: GroupChat,
  people: readonly Person[],
  change: Readonly<Record<string, EventValue>>,
  apply: (person: Person) => void,
): CorpEvent[] {
  const LastMemVer = memberVersion(chat)
  for (const person of people) apply(person)
  return raiseGroupChatEvent(corp, chat, 'update', {
    ...change,
    MemChangeCnt: people.length,
    MemChangeList: { Item: people.map(({ userid }) => userid) },
    LastMemVer,
    CurMemVer: memberVersion(chat),
  })
}

/** New values for a group chat. A missing field leaves its value unchanged. */
export interface GroupChanges {
  readonly chat_id: string
  readonly name?: string | undefined
  /** New announcement of the group chat (群公告). An empty text removes the announcement. */
  readonly notice?: string | undefined
  /** The userids of all admins of the group chat. A change of the admins causes no event. */
  readonly admins?: string[] | undefined
}

export const groupChangesSchema: v.GenericSchema<GroupChanges> = rowSchema<GroupChanges>({
  chat_id: id,
  name: v.optional(v.string()),
  notice: v.optional(v.string()),
  admins: v.optional(v.array(id)),
})

/**
 * The owner or an admin changes the name, the announcement or the admins of a group chat.
 *
 * @returns the changed group chat.
 * @throws {RangeError} the group chat does not exist, or a new admin is not in it.
 */
export function groupChanges(
  corp: Corp,
  { chat_id, name, notice, admins }: GroupChanges,
): Outcome & { readonly group_chat: GroupChat } {
  const chat = knownGroupChat(corp, chat_id)
  for (const userid of admins ?? []) {
    memberOnTheJob(corp, userid, 'admins')
    knownGroupChatMember(chat, userid, 'admins')
  }
  if (name !== undefined) chat.name = name
  if (notice !== undefined) chat.notice = notice || undefined
  if (admins !== undefined) chat.admins = [...admins]

  const changed = [...(name === undefined ? [] : ['change_name']), ...(notice === undefined ? [] : ['change_notice'])]
  return {
    events: changed.flatMap((UpdateDetail) => raiseGroupChatEvent(corp, chat, 'update', { UpdateDetail })),
    group_chat: structuredClone(chat),
  }
}

export interface OwnerChanges {
  readonly chat_id: string
  /** The userid of the new owner, who must be in the group chat. */
  readonly userid: string
}

export const ownerChangesSchema: v.GenericSchema<OwnerChanges> = rowSchema<OwnerChanges>({ chat_id: id, userid: id })

/**
 * The owner of a group chat makes another member the owner.
 *
 * @returns the changed group chat.
 * @throws {RangeError} the group chat does not exist, the new owner is not in it, or the new owner already owns it.
 */
export function ownerChanges(
  corp: Corp,
  { chat_id, userid }: OwnerChanges,
): Outcome & { readonly group_chat: GroupChat } {
  const chat = knownGroupChat(corp, chat_id)
  memberOnTheJob(corp, userid)
  knownGroupChatMember(chat, userid)
  if (chat.owner === userid) throw new InputError('userid', `Member ${userid} already owns group chat ${chat_id}`)

  corp.groupChats.handOver(chat, userid, 'owner')
  return {
    events: raiseGroupChatEvent(corp, chat, 'update', { UpdateDetail: 'change_owner' }),
    group_chat: structuredClone(chat),
  }
}

export interface GroupDismissed {
  readonly chat_id: string
}

export const groupDismissedSchema: v.GenericSchema<GroupDismissed> = rowSchema<GroupDismissed>({ chat_id: id })

/**
 * The owner dismisses a group chat.
 *
 * @returns the changed group chat.
 * @throws {RangeError} the group chat does not exist, or it is dismissed already.
 */
export function groupDismissed(corp: Corp, { chat_id }: GroupDismissed): Outcome & { readonly group_chat: GroupChat } {
  const chat = knownGroupChat(corp, chat_id)
  chat.dismissed_at = corp.clock.seconds()
  return { events: raiseGroupChatEvent(corp, chat, 'dismiss'), group_chat: structuredClone(chat) }
}

export interface GroupMessageSent {
  readonly chat_id: string
  /** The userid or external_userid of the person who sends the message. */
  readonly from: string
}

export const groupMessageSentSchema: v.GenericSchema<GroupMessageSent> = rowSchema<GroupMessageSent>({
  chat_id: id,
  from: id,
})

/**
 * A member or customer sends a message in a group chat. WeCom's statistics count the message.
 *
 * @returns the message.
 * @throws {RangeError} the group chat does not exist, or the sender is not in it.
 */
export function groupMessageSent(
  corp: Corp,
  { chat_id, from }: GroupMessageSent,
): Outcome & { readonly message: GroupMessage } {
  knownGroupChatMember(knownGroupChat(corp, chat_id), from, 'from')
  const message = { chat_id, from, time: corp.clock.seconds() }
  corp.conversations.addGroup(message)
  return { events: [], message: { ...message } }
}
