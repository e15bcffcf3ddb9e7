import type { Clock } from './clock.ts'
import { drawFree } from './drawFree.ts'
import { Keyed } from './Keyed.ts'
import type { Random } from './random.ts'

/** A customer group (客户群): members and customers in one chat. It is one only while its owner has the feature. */
export interface GroupChat {
  /** Starts with `wr`. */
  chat_id: string
  /** Empty where nobody gave it one. */
  name: string
  owner: string
  /** Unix seconds. */
  create_time: number
  notice?: string | undefined
  /** What a mini program in the group knows it by. */
  opengid?: string | undefined
  /** userids of those who help the owner. */
  admins: string[]
  /** Everybody who was ever in it. Who comes back is there twice. */
  members: GroupChatMember[]
  /** How it came from one owner to another, oldest first. */
  handovers: GroupChatHandover[]
  /** Whether the group of an owner who left is on its way to somebody. */
  inheriting?: boolean | undefined
  /** How many people it takes. Default 500. */
  member_limit?: number | undefined
  /** Unix seconds; absent while it is there. */
  dismissed_at?: number | undefined
}

export interface GroupChatMember {
  /** A userid where `type` is 1, an external_userid where it is 2. */
  userid: string
  type: 1 | 2
  /** Unix seconds. */
  join_time: number
  /** 1 invited directly, 2 by link, 3 by QR code. */
  join_scene: 1 | 2 | 3
  /** The channel of the join way. */
  state?: string | undefined
  /** userid or external_userid of who invited. */
  invitor?: string | undefined
  /** Empty where there is none. */
  group_nickname: string
  /** Unix seconds; absent while they are in. */
  left_at?: number | undefined
}

export interface GroupChatHandover {
  from: string
  to: string
  /** Unix seconds. */
  time: number
  /** A call of the API for owners on the job or for those who left, or the owner in the app. */
  by: 'onjob' | 'resigned' | 'owner'
}

/** What a new group is made from. */
export type NewGroupChat = Pick<GroupChat, 'name' | 'owner' | 'member_limit'>

/** How somebody comes in. */
export type Joining = Pick<GroupChatMember, 'userid' | 'type' | 'join_scene' | 'state' | 'invitor'>

const defaultMemberLimit = 500

/** The customer groups, dismissed ones included. */
export class GroupChats extends Keyed<GroupChat> {
  readonly #clock: Clock
  readonly #random: Random

  constructor(clock: Clock, random: Random) {
    super(({ chat_id }) => chat_id)
    this.#clock = clock
    this.#random = random
  }

  /** The groups of an owner that are not dismissed. */
  ofOwner(userid: string): GroupChat[] {
    return this.list().filter((chat) => chat.owner === userid && chat.dismissed_at === undefined)
  }

  /** Opens a group with its owner in it. */
  create({ name, owner, member_limit }: NewGroupChat): GroupChat {
    const ids = drawFree(
      () => ({ chat_id: `wr${this.#random.text(30)}`, opengid: `o${this.#random.text(27)}` }),
      ({ chat_id, opengid }) => this.list().some((other) => other.chat_id === chat_id || other.opengid === opengid),
    )
    const chat: GroupChat = {
      ...ids,
      name,
      owner,
      create_time: this.#clock.seconds(),
      admins: [],
      members: [],
      handovers: [],
      ...(member_limit === undefined ? {} : { member_limit }),
    }
    this.put(chat)
    this.join(chat, { userid: owner, type: 1, join_scene: 1 })
    return chat
  }

  join(chat: GroupChat, joining: Joining): void {
    chat.members.push({ ...joining, join_time: this.#clock.seconds(), group_nickname: '' })
  }

  leave(chat: GroupChat, userid: string): void {
    const member = findInChat(chat, userid)
    if (member) member.left_at = this.#clock.seconds()
    chat.admins = chat.admins.filter((admin) => admin !== userid)
  }

  /** Gives a group to another owner, who comes in if they are not there yet. */
  handOver(chat: GroupChat, to: string, by: GroupChatHandover['by']): void {
    chat.handovers.push({ from: chat.owner, to, time: this.#clock.seconds(), by })
    chat.owner = to
    chat.inheriting = undefined
    chat.admins = chat.admins.filter((admin) => admin !== to)
    if (!findInChat(chat, to)) this.join(chat, { userid: to, type: 1, join_scene: 1 })
  }
}

/** Who is in a group now. */
export function presentMembers(chat: GroupChat): GroupChatMember[] {
  return chat.members.filter(({ left_at }) => left_at === undefined)
}

export function findInChat(chat: GroupChat, userid: string): GroupChatMember | undefined {
  return presentMembers(chat).find((member) => member.userid === userid)
}

export function isFull(chat: GroupChat): boolean {
  return presentMembers(chat).length >= (chat.member_limit ?? defaultMemberLimit)
}

/** Version of the member list: another one after each coming and going. 32 hex digits. */
export function memberVersion({ members }: GroupChat): string {
  const changes = members.length + members.filter(({ left_at }) => left_at !== undefined).length
  return changes.toString(16).padStart(32, '0')
}

/** Who owned a group at a moment, in unix seconds. */
export function ownerAt({ owner, handovers }: GroupChat, time: number): string {
  return handovers.find((handover) => handover.time > time)?.from ?? owner
}
