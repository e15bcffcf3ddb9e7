import { Refusal } from '../base/Refusal.ts'
import type { Clock } from '../base/clock.ts'
import { drawFree, type Random } from '../base/random.ts'
import { Keyed } from '../base/rows.ts'
import type { App } from './members.ts'

/**
 * A group chat (客户群) of members and customers. Apps can read a group chat only if its owner has permission for
 * customer contact (客户联系).
 */
export interface GroupChat {
  /** Id of the group chat. It starts with `wr`. */
  chat_id: string
  /** Name of the group chat. Empty if it has no name. */
  name: string
  owner: string
  /** Time at which the group chat was created, in unix seconds. */
  create_time: number
  notice?: string | undefined
  /** Id of the group chat in mini programs. */
  opengid?: string | undefined
  /** The userids of the admins (群管理员) of the group chat. */
  admins: string[]
  /** All people who are or were in the group chat. A person who left and joined again has two entries. */
  members: GroupChatMember[]
  /** Changes of the owner of the group chat, oldest first. */
  handovers: GroupChatHandover[]
  /** Whether the group chat is waiting for a new owner (待继承), because its owner has left the corp. */
  inheriting?: boolean | undefined
  /** Largest number of people in the group chat. Default 500. */
  member_limit?: number | undefined
  /** When the group chat was dismissed, in unix seconds. Missing if it was not dismissed. */
  dismissed_at?: number | undefined
}

export interface GroupChatMember {
  /** Id of the person in the group chat. It is a userid if `type` is 1, and an external_userid if `type` is 2. */
  userid: string
  type: 1 | 2
  /** Time at which the person joined the group chat, in unix seconds. */
  join_time: number
  /** How the person joined the group chat: 1 invited directly, 2 by an invitation link, 3 by a QR code. */
  join_scene: 1 | 2 | 3
  /** Channel parameter (`state`) of the join way that the person used. */
  state?: string | undefined
  /** The userid or external_userid of the person who sent the invitation. */
  invitor?: string | undefined
  /** Nickname of the person in the group chat. Empty if the person has no nickname. */
  group_nickname: string
  /** Time at which the person left the group chat, in unix seconds. Missing while the person is in the group chat. */
  left_at?: number | undefined
}

export interface GroupChatHandover {
  from: string
  to: string
  /** Time at which the owner of the group chat changed, in unix seconds. */
  time: number
  /**
   * Reason why the owner of the group chat changed:
   * - `onjob`: an app transferred the group chat of an owner who still works in the corp
   * - `resigned`: an app transferred the group chat of an owner who has left the corp
   * - `owner`: the owner chose a new owner in the WeCom app
   */
  by: 'onjob' | 'resigned' | 'owner'
}

type NewGroupChat = Pick<GroupChat, 'name' | 'owner' | 'member_limit'>

export type Joining = Pick<GroupChatMember, 'userid' | 'type' | 'join_scene' | 'state' | 'invitor'>

const defaultMemberLimit = 500

/** Holds the group chats (客户群) of the corp, including dismissed group chats. */
export class GroupChats extends Keyed<GroupChat> {
  readonly #clock: Clock
  readonly #random: Random

  constructor(clock: Clock, random: Random) {
    super(({ chat_id }) => chat_id)
    this.#clock = clock
    this.#random = random
  }

  ofOwner(userid: string): GroupChat[] {
    return this.list().filter((chat) => chat.owner === userid && chat.dismissed_at === undefined)
  }

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

  handOver(chat: GroupChat, to: string, by: GroupChatHandover['by']): void {
    chat.handovers.push({ from: chat.owner, to, time: this.#clock.seconds(), by })
    chat.owner = to
    chat.inheriting = undefined
    chat.admins = chat.admins.filter((admin) => admin !== to)
    if (!findInChat(chat, to)) this.join(chat, { userid: to, type: 1, join_scene: 1 })
  }
}

export function presentMembers(chat: GroupChat): GroupChatMember[] {
  return chat.members.filter(({ left_at }) => left_at === undefined)
}

export function findInChat(chat: GroupChat, userid: string): GroupChatMember | undefined {
  return presentMembers(chat).find((member) => member.userid === userid)
}

export function isFull(chat: GroupChat): boolean {
  return presentMembers(chat).length >= (chat.member_limit ?? defaultMemberLimit)
}

export function memberVersion({ members }: GroupChat): string {
  const changes = members.length + members.filter(({ left_at }) => left_at !== undefined).length
  return changes.toString(16).padStart(32, '0')
}

export function ownerAt({ owner, handovers }: GroupChat, time: number): string {
  return handovers.find((handover) => handover.time > time)?.from ?? owner
}

/** A join way (「加入群聊」): a QR code, or a button in a mini program. Customers use it to join group chats. */
export interface JoinWay {
  config_id: string
  /** Name of the app that created the join way. Other apps cannot read the join way. */
  app: string
  /** Form of the join way: 1 button in a mini program, 2 QR code. */
  scene: 1 | 2
  remark?: string | undefined
  /** Whether WeCom creates a new group chat when all group chats of the join way are full: 1 yes, 0 no. */
  auto_create_room: 0 | 1
  /**
   * First part of the names of group chats that WeCom creates for this join way. The second part is a number, which
   * counts up from `room_base_id`.
   */
  room_base_name?: string | undefined
  room_base_id?: number | undefined
  chat_id_list: string[]
  /** URL of the picture of the QR code. Missing if the join way is a button. */
  qr_code?: string | undefined
  state?: string | undefined
  mark_source: boolean
}

interface JoinWaySettings {
  readonly scene: 1 | 2
  readonly remark?: string | undefined
  readonly auto_create_room?: 0 | 1 | undefined
  readonly room_base_name?: string | undefined
  readonly room_base_id?: number | undefined
  readonly chat_id_list: readonly string[]
  readonly state?: string | undefined
  readonly mark_source?: boolean | undefined
}

const maxRemark = 30

export class JoinWays extends Keyed<JoinWay> {
  readonly #random: Random

  constructor(random: Random) {
    super(({ config_id }) => config_id)
    this.#random = random
  }

  get(app: App, config_id: string): JoinWay {
    const way = this.find(config_id)
    if (way?.app !== app.name) throw new Refusal(41044)
    return way
  }

  create(app: App, settings: JoinWaySettings): string {
    const config_id = this.freeId(() => this.#random.text(32))
    this.#write(app, config_id, settings, undefined)
    return config_id
  }

  replace(app: App, config_id: string, settings: JoinWaySettings): void {
    this.#write(app, config_id, settings, this.get(app, config_id).qr_code)
  }

  delete(app: App, config_id: string): void {
    this.get(app, config_id)
    this.drop(config_id)
  }

  #write(app: App, config_id: string, settings: JoinWaySettings, qr_code: string | undefined): void {
    const { scene, remark, auto_create_room = 1, room_base_name, room_base_id } = settings
    const { chat_id_list, state, mark_source = true } = settings
    this.put({
      config_id,
      app: app.name,
      scene,
      ...(remark ? { remark: Array.from(remark).slice(0, maxRemark).join('') } : {}),
      auto_create_room,
      ...(room_base_name ? { room_base_name } : {}),
      ...(room_base_id === undefined ? {} : { room_base_id }),
      chat_id_list: [...chat_id_list],
      ...(scene === 2 ? { qr_code: qr_code ?? `https://p.qpic.cn/wwhead/${this.#random.text(40)}/0` } : {}),
      ...(state ? { state } : {}),
      mark_source,
    })
  }
}
