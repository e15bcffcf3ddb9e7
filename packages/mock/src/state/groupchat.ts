import { Refusal } from '../base/Refusal.ts'
import type { Clock } from '../base/clock.ts'
import { drawFree, type Random } from '../base/random.ts'
import { Keyed } from '../base/rows.ts'
import type { App } from './members.ts'

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
  /** The id by which a mini program knows the group. */
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

/** The fields that a new group is made from. */
type NewGroupChat = Pick<GroupChat, 'name' | 'owner' | 'member_limit'>

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

/** The people who are in a group now. */
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

/** The owner of a group at a moment, in unix seconds. */
export function ownerAt({ owner, handovers }: GroupChat, time: number): string {
  return handovers.find((handover) => handover.time > time)?.from ?? owner
}

/** How customers come into groups (「加入群聊」): a QR code, or a button in a mini program. */
export interface JoinWay {
  config_id: string
  /** Name of the app that created it. No other app sees it. */
  app: string
  /** 1 button in a mini program, 2 QR code. */
  scene: 1 | 2
  remark?: string | undefined
  /** 1: a new group is opened when the others are full. */
  auto_create_room: 0 | 1
  /** Names of groups that are opened this way: this and the number from which they count. */
  room_base_name?: string | undefined
  room_base_id?: number | undefined
  chat_id_list: string[]
  /** The picture of the QR code; of a button there is none. */
  qr_code?: string | undefined
  state?: string | undefined
  mark_source: boolean
}

/** A join way as callers write it. */
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

/** The join ways of all apps. */
export class JoinWays extends Keyed<JoinWay> {
  readonly #random: Random

  constructor(random: Random) {
    super(({ config_id }) => config_id)
    this.#random = random
  }

  /** @throws {Refusal} 41044: the app has no such join way. */
  get(app: App, config_id: string): JoinWay {
    const way = this.find(config_id)
    if (way?.app !== app.name) throw new Refusal(41044)
    return way
  }

  /** @returns the id of the new join way. */
  create(app: App, settings: JoinWaySettings): string {
    const config_id = this.freeId(() => this.#random.text(32))
    this.#write(app, config_id, settings, undefined)
    return config_id
  }

  /** Writes a join way anew: what is left out is not kept. */
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
