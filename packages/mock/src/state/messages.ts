import type { MassMessageAttachment, MessageText } from '@wecom/messages'
import { Refusal } from '../base/Refusal.ts'
import { type Clock, beijingDay, beijingMonth, beijingWeek, daysOfBeijingMonth } from '../base/clock.ts'
import type { Random } from '../base/random.ts'
import { Keyed } from '../base/rows.ts'
import { type App, type Member, type Members, servesCustomers, type VisibleRange } from './members.ts'

/** A mass message (企业群发), created by an app, or sent by a member without being asked. */
export interface MassMessage {
  msgid: string
  chat_type: 'single' | 'group'
  /** The member who created it; absent if an app did. */
  creator?: string | undefined
  /** Unix seconds, as all times here. */
  create_time: number
  /** 0 made by the corp, 1 by a member. */
  create_type: 0 | 1
  text?: MessageText | undefined
  attachments?: MassMessageAttachment[] | undefined
  /** Whether members may leave out customers. */
  allow_select?: boolean | undefined
  tasks: MassMessageTask[]
  /** When members were reminded. */
  reminded_at?: number[] | undefined
  cancelled_at?: number | undefined
}

/** A member's task of a mass message. */
export interface MassMessageTask {
  userid: string
  /** Absent until it is sent. */
  send_time?: number | undefined
  /** When the member ignored it. No call returns this. */
  ignored_at?: number | undefined
  /** Empty until sending, if the owner picks the group chats. */
  deliveries: MassMessageReceipt[]
}

/** The result of a mass message for one receiver, who has exactly one of the ids. */
export interface MassMessageReceipt {
  external_userid?: string | undefined
  chat_id?: string | undefined
  /** 0 not sent, 1 sent, 2 not a friend, 3 has reached the limit. */
  status: 0 | 1 | 2 | 3
  /** Only with status 1. */
  send_time?: number | undefined
}

type NewMassMessage = Omit<MassMessage, 'msgid' | 'create_time' | 'reminded_at' | 'cancelled_at'>

/** All mass messages, oldest first, and how many each receiver got. */
export class MassMessages extends Keyed<MassMessage> {
  receivingLimit: ReceivingLimit = 'month'
  readonly #clock: Clock
  readonly #random: Random
  /** When each receiver got one, in unix seconds. */
  readonly #received = new Map<string, number[]>()

  constructor(clock: Clock, random: Random) {
    super(({ msgid }) => msgid)
    this.#clock = clock
    this.#random = random
  }

  override load(messages: readonly MassMessage[]): void {
    super.load(messages)
    this.#received.clear()
    for (const { deliveries } of messages.flatMap(({ tasks }) => tasks)) {
      for (const receipt of deliveries) this.#note(receipt)
    }
  }

  add(message: NewMassMessage): MassMessage {
    const msgid = this.freeId(() => `msg${this.#random.text(29)}`)
    const added = { msgid, create_time: this.#clock.seconds(), ...message }
    this.put(added)
    return added
  }

  /** Whether WeCom is still distributing it to members. */
  isDispatching({ create_time, tasks }: MassMessage): boolean {
    const receivers = tasks.reduce((count, { deliveries }) => count + deliveries.length, 0)
    return this.#clock.seconds() < create_time + dispatchSeconds(receivers)
  }

  /** Whether a customer or group chat has reached its limit of mass messages. */
  hasEnough(receiver: string): boolean {
    return isLimitReached(this.receivingLimit, this.#received.get(receiver) ?? [], this.#clock.seconds())
  }

  /** A member sends now, to the given receivers who have not deleted them and are below their limit. */
  send(task: MassMessageTask, receipts: readonly MassMessageReceipt[], isFriend: (receiver: string) => boolean): void {
    task.send_time = this.#clock.seconds()
    delete task.ignored_at
    for (const receipt of receipts) {
      const receiver = receiverOf(receipt)
      receipt.status = !isFriend(receiver) ? 2 : this.hasEnough(receiver) ? 3 : 1
      if (receipt.status === 1) receipt.send_time = task.send_time
      this.#note(receipt)
    }
  }

  #note(receipt: MassMessageReceipt): void {
    if (receipt.send_time === undefined) return
    const receiver = receiverOf(receipt)
    this.#received.set(receiver, [...(this.#received.get(receiver) ?? []), receipt.send_time])
  }
}

export function receiverOf({ external_userid, chat_id }: MassMessageReceipt): string {
  return external_userid ?? chat_id ?? ''
}

/** The members of a range who can take new customers. */
export function receiversOf(members: Members, range: VisibleRange): Member[] {
  return members.list().filter((member) => servesCustomers(member) && member.verified && members.covers(range, member))
}

/**
 * Checks a range of members who receive customers.
 *
 * @throws {Refusal} 60111, 60123: unknown. 60011: out of the app's visible range. 84074: without the feature. 40098: not verified.
 */
export function checkReceivers(members: Members, app: App, { userid, partyid }: VisibleRange): void {
  for (const id of userid) {
    const member = members.find(id)
    if (!member || member.resigned_at) throw new Refusal(60111, `userid not found: ${id}`)
    if (!members.isVisible(app, member)) throw new Refusal(60011)
    if (!servesCustomers(member)) throw new Refusal(84074)
    if (!member.verified) throw new Refusal(40098)
  }
  for (const id of partyid) {
    if (!members.findDepartment(id)) throw new Refusal(60123, `invalid party id: ${id}`)
    if (!members.isDepartmentVisible(app, id)) throw new Refusal(60011)
  }
}

/**
 * How many mass messages of all members a customer or group chat receives: one for each day of the month (WeCom's
 * default), seven a week, or one a day.
 */
export type ReceivingLimit = 'month' | 'week' | 'day'

/** Whether mass messages at these times (unix seconds) reach the limit now. */
function isLimitReached(limit: ReceivingLimit, received: readonly number[], now: number): boolean {
  const { count, windowOf } = windows[limit]
  const current = windowOf(now)
  return received.filter((time) => windowOf(time) === current).length >= count(now)
}

interface Window {
  readonly count: (now: number) => number
  /** Identifies the window that a moment is in. */
  readonly windowOf: (seconds: number) => number | string
}

const windows: Readonly<Record<ReceivingLimit, Window>> = {
  month: { count: daysOfBeijingMonth, windowOf: beijingMonth },
  week: { count: () => 7, windowOf: beijingWeek },
  day: { count: () => 1, windowOf: beijingDay },
}

/** WeCom says only that large messages take a moment; the rate is our reading. */
const perSecond = 1000

/** Seconds until a message or moment is distributed. Small ones are distributed at once. */
export function dispatchSeconds(count: number): number {
  return Math.floor(count / perSecond)
}
