import type { ContactWayConclusions } from '@wecom/contact-way'
import { Refusal } from '../base/Refusal.ts'
import { type Clock, beijingDay } from '../base/clock.ts'
import type { Random } from '../base/random.ts'
import { Keyed } from '../base/rows.ts'
import type { ContactOrigin } from './contacts.ts'
import type { App, Members } from './members.ts'
import { checkReceivers, receiversOf } from './messages.ts'

/** A contact way (「联系我」): a QR code, or a button in a mini program. Customers use it to add members. */
export interface ContactWay {
  config_id: string
  /** Name of the app that created the contact way. Other apps cannot read the contact way. */
  app: string
  /** Time at which the contact way was created, in unix seconds. */
  create_time: number
  /** Whether the contact way leads to one member (1) or to several members (2). */
  type: 1 | 2
  /** Form of the contact way: 1 button in a mini program, 2 QR code. */
  scene: 1 | 2
  style?: 1 | 2 | 3 | undefined
  remark: string
  /** Whether a person who uses the contact way becomes a customer without the member's confirmation. */
  skip_verify: boolean
  state: string
  qr_code?: string | undefined
  user: string[]
  party: number[]
  /**
   * Whether the contact way is temporary. A temporary contact way works only once, for one customer. When the customer
   * uses the contact way, a temporary session (临时会话) between the customer and a member starts.
   */
  is_temp: boolean
  is_exclusive?: boolean | undefined
  expires_in?: number | undefined
  chat_expires_in?: number | undefined
  unionid?: string | undefined
  mark_source?: boolean | undefined
  conclusions?: ContactWayConclusions | undefined
  /** Whether a customer has already used this temporary contact way. */
  spent?: boolean | undefined
}

/**
 * A temporary session (临时会话) between a member and a customer. It starts when the customer uses a temporary contact way.
 */
export interface TempChat {
  userid: string
  external_userid: string
  config_id: string
  /** When the temporary session (临时会话) ends, in unix seconds. The time can be in the past. */
  ends_at: number
}

type ContactWayChange = Partial<
  Omit<ContactWay, 'config_id' | 'app' | 'create_time' | 'type' | 'scene' | 'qr_code' | 'is_temp' | 'spent'>
>

type NewContactWay = Omit<ContactWay, 'config_id' | 'app' | 'create_time' | 'qr_code' | 'spent'>

const maxMembers = 100
const maxTempWaysPerDay = 100_000

export class ContactWays extends Keyed<ContactWay> {
  readonly #clock: Clock
  readonly #random: Random
  readonly #members: Members
  #chats: TempChat[] = []

  constructor(clock: Clock, random: Random, members: Members) {
    super(({ config_id }) => config_id)
    this.#clock = clock
    this.#random = random
    this.#members = members
  }

  loadChats(chats: readonly TempChat[]): void {
    this.#chats = [...chats]
  }

  chats(): readonly TempChat[] {
    return this.#chats
  }

  get(app: App, config_id: string): ContactWay {
    const way = this.find(config_id)
    if (way?.app !== app.name) throw new Refusal(41044)
    return way
  }

  create(app: App, fields: NewContactWay): ContactWay {
    if (fields.is_temp) this.#checkTempWays()
    this.#checkMembers(app, fields)
    const way: ContactWay = {
      ...fields,
      config_id: this.freeId(() => this.#random.text(32, 'abcdef0123456789')),
      app: app.name,
      create_time: this.#clock.seconds(),
      ...(fields.scene === 2 && { qr_code: `https://wework.qpic.cn/wwpic/${this.#random.digits(6)}_contact_way/0` }),
    }
    this.put(way)
    return way
  }

  update(app: App, config_id: string, change: ContactWayChange): void {
    const way = this.get(app, config_id)
    if (way.is_temp && this.isOver(way)) throw new Refusal(40058, 'temporary contact way has expired')
    const changed = { ...way, ...change }
    if (change.user || change.party) this.#checkMembers(app, changed)
    this.put(changed)
  }

  delete(app: App, config_id: string): void {
    this.drop(this.get(app, config_id).config_id)
  }

  isOver({ is_temp, spent = false, create_time, expires_in = 0 }: ContactWay): boolean {
    return is_temp && (spent || create_time + expires_in <= this.#clock.seconds())
  }

  noteUse({ userid, external_userid, config_id = '' }: ContactOrigin): void {
    const way = this.find(config_id)
    if (!way?.is_temp) return
    way.spent = true
    const ends_at = this.#clock.seconds() + (way.chat_expires_in ?? 0)
    this.#chats.push({ userid, external_userid, config_id, ends_at })
  }

  endChat(userid: string, external_userid: string): boolean {
    const now = this.#clock.seconds()
    const chat = this.#chats.find(
      (one) => one.userid === userid && one.external_userid === external_userid && one.ends_at > now,
    )
    if (chat) chat.ends_at = now
    return chat !== undefined
  }

  #checkTempWays(): void {
    const today = beijingDay(this.#clock.seconds())
    const madeToday = this.list().filter((way) => way.is_temp && beijingDay(way.create_time) === today)
    if (madeToday.length >= maxTempWaysPerDay) throw new Refusal(41045)
  }

  #checkMembers(app: App, { type, user, party }: NewContactWay): void {
    if (user.length + party.length === 0) throw new Refusal(40058, 'user and party are both empty')
    const range = { userid: user, partyid: type === 1 ? [] : party }
    checkReceivers(this.#members, app, range)
    const count = type === 1 ? user.length : receiversOf(this.#members, range).length
    if (count > maxMembers || (type === 1 && count !== 1)) throw new Refusal(41041)
  }
}
