import { Refusal } from '../base/Refusal.ts'
import { type Clock, beijingDay } from '../base/clock.ts'
import type { EventLog } from '../base/events.ts'
import type { Random } from '../base/random.ts'
import { Keyed } from '../base/rows.ts'
import { type Expiring, ExpiringCodes } from '../base/tokens.ts'
import type { ContactOrigin } from './contacts.ts'
import type { App, Members } from './members.ts'
import { checkReceivers, receiversOf } from './messages.ts'

/** An acquisition link (获客链接). WeChat users open the link to add a member. */
export interface AcquisitionLink {
  link_id: string
  /** Name of the app that created the acquisition link. Other apps cannot read the link. */
  app: string
  link_name: string
  url: string
  /** Time at which the acquisition link was created, in unix seconds. */
  create_time: number
  /** Whether a person who adds a member by the link becomes a customer without the member's confirmation. */
  skip_verify: boolean
  mark_source: boolean
  user_list: string[]
  department_list: number[]
  /**
   * Rule for a person who is already the customer of a member. The link leads this person to:
   * - 1: any member who already has the customer
   * - 2: a member in `priority_userid_list` who already has the customer
   *
   * If no such member exists, the rule has no effect.
   */
  priority_type?: 1 | 2 | undefined
  priority_userid_list?: string[] | undefined
}

/** One visit of a WeChat user to an acquisition link. */
export interface AcquisitionClick {
  link_id: string
  external_userid: string
  /** Time at which the person opened the acquisition link, in unix seconds. */
  at: number
}

/** A customer who added a member by an acquisition link. */
export interface AcquiredCustomer {
  link_id: string
  userid: string
  external_userid: string
  state?: string | undefined
  /** Time at which the customer added the member, in unix seconds. */
  at: number
}

type AcquisitionLinkChange = Partial<Omit<AcquisitionLink, 'link_id' | 'app' | 'url' | 'create_time'>>

type NewAcquisitionLink = Omit<AcquisitionLink, 'link_id' | 'app' | 'url' | 'create_time'>

const maxMembers = 500

export class Acquisition extends Keyed<AcquisitionLink> {
  readonly #clock: Clock
  readonly #random: Random
  readonly #members: Members
  readonly #quotas: AcquisitionQuotas
  #clicks: AcquisitionClick[] = []
  #customers: AcquiredCustomer[] = []

  constructor(clock: Clock, random: Random, members: Members, quotas: AcquisitionQuotas) {
    super(({ link_id }) => link_id)
    this.#clock = clock
    this.#random = random
    this.#members = members
    this.#quotas = quotas
  }

  loadClicks(clicks: readonly AcquisitionClick[]): void {
    this.#clicks = [...clicks]
  }

  loadCustomers(customers: readonly AcquiredCustomer[]): void {
    this.#customers = [...customers]
  }

  clicks(): readonly AcquisitionClick[] {
    return this.#clicks
  }

  customers(): readonly AcquiredCustomer[] {
    return this.#customers
  }

  get(app: App, link_id: string): AcquisitionLink {
    const link = this.find(link_id)
    if (link?.app !== app.name) throw new Refusal(40058, `invalid link_id: ${link_id}`)
    return link
  }

  create(app: App, fields: NewAcquisitionLink): AcquisitionLink {
    this.#check(app, fields)
    const link_id = this.freeId(() => `cawc${this.#random.text(16)}`)
    const link: AcquisitionLink = {
      ...fields,
      link_id,
      app: app.name,
      url: `https://work.weixin.qq.com/ca/${link_id}`,
      create_time: this.#clock.seconds(),
    }
    this.put(link)
    return link
  }

  update(app: App, link_id: string, change: AcquisitionLinkChange): void {
    const link: AcquisitionLink = { ...this.get(app, link_id), ...change }
    this.#check(app, { user_list: [], department_list: [], ...change })
    this.put(link)
  }

  delete(app: App, link_id: string): void {
    this.remove(this.get(app, link_id).link_id)
  }

  remove(link_id: string): void {
    this.drop(link_id)
  }

  noteClick(link_id: string, external_userid: string): void {
    this.#clicks.push({ link_id, external_userid, at: this.#clock.seconds() })
  }

  noteUse({ userid, external_userid, state, link_id }: ContactOrigin): void {
    if (link_id === undefined) return
    this.#quotas.take()
    const at = this.#clock.seconds()
    this.#customers.push({ link_id, userid, external_userid, ...(state && { state }), at })
  }

  lastUse(userid: string, external_userid: string): AcquiredCustomer | undefined {
    return this.#customers.findLast((one) => one.userid === userid && one.external_userid === external_userid)
  }

  /**
   * Counts the people who opened an acquisition link, and the customers who added a member through the link. A person
   * who opened the link several times counts once. The period consists of whole days in Beijing: from the day of `from`
   * to the day of `to`, both included. `from` and `to` are in unix seconds.
   */
  countUse(link_id: string, from: number, to: number): { readonly clicked: number; readonly added: number } {
    const isWithin = (one: { link_id: string; at: number }): boolean =>
      one.link_id === link_id && beijingDay(one.at) >= beijingDay(from) && beijingDay(one.at) <= beijingDay(to)
    const clicked = new Set(this.#clicks.filter(isWithin).map(({ external_userid }) => external_userid))
    return { clicked: clicked.size, added: this.#customers.filter(isWithin).length }
  }

  #check(
    app: App,
    {
      user_list,
      department_list,
      priority_userid_list = [],
    }: Pick<NewAcquisitionLink, 'user_list' | 'department_list' | 'priority_userid_list'>,
  ): void {
    const range = { userid: user_list, partyid: department_list }
    checkReceivers(this.#members, app, range)
    checkReceivers(this.#members, app, { userid: priority_userid_list, partyid: [] })
    if (receiversOf(this.#members, range).length > maxMembers) {
      throw new Refusal(40058, `range covers more than ${maxMembers} members`)
    }
  }
}

/** The corp's quota for acquisition links (获客助手使用量): used units and bought units. */
export interface AcquisitionQuota {
  /** Number of quota units that the corp has used so far. */
  total: number
  /**
   * Bought parts of the quota, each with the number of units that are left. The part that expires first is at the
   * start.
   */
  quota_list: QuotaPart[]
}

export interface QuotaPart {
  /** When this part of the quota for acquisition links expires, in unix seconds. The time is midnight in Beijing. */
  expire_date: number
  balance: number
}

const lowBalance = 20
const day = 24 * 3600
/** Apps receive the event `quota_expire_soon` 14, 7, 3, 2 and 1 days before bought quota expires. */
const warnings = [14, 7, 3, 2, 1]

export class AcquisitionQuotas {
  readonly #clock: Clock
  readonly #events: EventLog
  #quota: AcquisitionQuota = { total: 0, quota_list: [] }

  constructor(clock: Clock, events: EventLog) {
    this.#clock = clock
    this.#events = events
  }

  load(quota: AcquisitionQuota): void {
    this.#quota = quota
    for (const part of quota.quota_list) this.#scheduleWarnings(part)
  }

  state(): AcquisitionQuota {
    return this.#quota
  }

  parts(): QuotaPart[] {
    return this.#quota.quota_list.filter(
      ({ balance, expire_date }) => balance > 0 && expire_date > this.#clock.seconds(),
    )
  }

  balance(): number {
    return this.parts().reduce((sum, part) => sum + part.balance, 0)
  }

  take(): void {
    const [part] = this.parts()
    this.#quota.total++
    if (!part) return
    part.balance--
    const left = this.balance()
    if (left === lowBalance - 1) this.#raise('balance_low')
    if (left === 0) this.#raise('balance_exhausted')
  }

  add(part: QuotaPart): void {
    const before = this.balance()
    this.#quota.quota_list = [...this.#quota.quota_list, part].toSorted(
      (one, other) => one.expire_date - other.expire_date,
    )
    this.#scheduleWarnings(part)
    if (before === 0 && this.balance() > 0) this.#raise('balance_increased')
  }

  #scheduleWarnings(part: QuotaPart): void {
    for (const days of warnings) {
      const moment = (part.expire_date - days * day) * 1000
      if (moment <= this.#clock.now()) continue
      this.#clock.at(moment, () => {
        if (part.balance === 0) return
        const { expire_date: ExpireTime, balance: ExpireQuotaNum } = part
        this.#raise('quota_expire_soon', { ExpireTime, ExpireQuotaNum })
      })
    }
  }

  #raise(ChangeType: string, more: Readonly<Record<string, number>> = {}): void {
    this.#events.add({ Event: 'customer_acquisition', ChangeType, ...more })
  }
}

const lifetime = 30 * 60_000

interface AcquisitionChat extends AcquiredCustomer {
  /** Number of messages that the customer has sent to the member. */
  recv_msg_cnt: number
}

/**
 * A chat key (chat_key), which the event `message_from_customer` contains. Apps pass the key to
 * `getAcquisitionChatInfo` to read the data of the chat. The other fields contain this data, as it was when the fake
 * corp issued the key.
 */
export type ChatKey = Expiring<AcquisitionChat>

export class ChatKeys {
  readonly #keys: ExpiringCodes<AcquisitionChat>

  constructor(clock: Clock, random: Random) {
    this.#keys = new ExpiringCodes(clock, random, 32)
  }

  load(keys: readonly ChatKey[]): void {
    this.#keys.load(keys)
  }

  save(): ChatKey[] {
    return this.#keys.save()
  }

  issue(chat: AcquisitionChat): string {
    return this.#keys.issue(chat, lifetime).code
  }

  read(key: string): AcquisitionChat {
    const known = this.#keys.find(key)
    if (!known || !this.#keys.isLive(known)) throw new Refusal(41201)
    return known
  }
}
