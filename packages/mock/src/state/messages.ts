import type { MassMessageAttachment, MessageText } from '@wecom/messages'
import { Refusal } from '../base/Refusal.ts'
import { type Clock, beijingDay, beijingMonth, beijingWeek, daysOfBeijingMonth } from '../base/clock.ts'
import type { Random } from '../base/random.ts'
import { Keyed } from '../base/rows.ts'
import { type App, type Member, type Members, servesCustomers, type VisibleRange } from './members.ts'

/** A mass message (企业群发). Either an app created it, or a member sent it without an app. */
export interface MassMessage {
  msgid: string
  chat_type: 'single' | 'group'
  /** The userid of the member who created the mass message. Missing if an app created it. */
  creator?: string | undefined
  /** Time at which the mass message was created, in unix seconds. */
  create_time: number
  /** Creator of the mass message: 0 an app of the corp, 1 a member. */
  create_type: 0 | 1
  text?: MessageText | undefined
  attachments?: MassMessageAttachment[] | undefined
  /** Whether members may leave out some of the customers when they send the mass message. */
  allow_select?: boolean | undefined
  tasks: MassMessageTask[]
  /** Times at which apps reminded the members to send the mass message, in unix seconds. */
  reminded_at?: number[] | undefined
  cancelled_at?: number | undefined
}

/** A member's task to send a mass message. */
export interface MassMessageTask {
  userid: string
  /** When the member sent the mass message, in unix seconds. Missing if the member has not sent it. */
  send_time?: number | undefined
  /**
   * When the member ignored the task to send the mass message, in unix seconds. WeCom's API does not return this time.
   */
  ignored_at?: number | undefined
  /**
   * The receivers of the mass message, each with its result. If the member may choose the group chats that receive the
   * message, the list is empty until the member sends the message.
   */
  deliveries: MassMessageReceipt[]
}

/**
 * The result of a mass message for one receiver. The receiver is a customer (`external_userid`) or a group chat
 * (`chat_id`).
 */
export interface MassMessageReceipt {
  external_userid?: string | undefined
  chat_id?: string | undefined
  /**
   * Status of the mass message for this receiver:
   * - 0: not sent
   * - 1: sent
   * - 2: not sent, because the customer has deleted the member
   * - 3: not sent, because the customer has already received as many mass messages as allowed
   */
  status: 0 | 1 | 2 | 3
  /** When the receiver got the mass message, in unix seconds. Present only if `status` is 1. */
  send_time?: number | undefined
}

type NewMassMessage = Omit<MassMessage, 'msgid' | 'create_time' | 'reminded_at' | 'cancelled_at'>

export class MassMessages extends Keyed<MassMessage> {
  receivingLimit: ReceivingLimit = 'month'
  readonly #clock: Clock
  readonly #random: Random
  // Unix times in seconds, by external_userid or chat_id of the receiver.
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

  isDispatching({ create_time, tasks }: MassMessage): boolean {
    const receivers = tasks.reduce((count, { deliveries }) => count + deliveries.length, 0)
    return this.#clock.seconds() < create_time + dispatchSeconds(receivers)
  }

  hasEnough(receiver: string): boolean {
    return isLimitReached(this.receivingLimit, this.#received.get(receiver) ?? [], this.#clock.seconds())
  }

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

/** Returns the members in a range (userids and departments) who can receive new customers. */
export function receiversOf(members: Members, range: VisibleRange): Member[] {
  return members.list().filter((member) => servesCustomers(member) && member.verified && members.covers(range, member))
}

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
 * Maximum number of mass messages that one customer or group chat receives from all members together. The values are:
 * - `month`: as many in a calendar month as the month has days, e.g. 31 in January. This is WeCom's default.
 * - `week`: seven in a calendar week
 * - `day`: one a day
 */
export type ReceivingLimit = 'month' | 'week' | 'day'

function isLimitReached(limit: ReceivingLimit, received: readonly number[], now: number): boolean {
  const { count, windowOf } = windows[limit]
  const current = windowOf(now)
  return received.filter((time) => windowOf(time) === current).length >= count(now)
}

interface Window {
  readonly count: (now: number) => number
  readonly windowOf: (seconds: number) => number | string
}

const windows: Readonly<Record<ReceivingLimit, Window>> = {
  month: { count: daysOfBeijingMonth, windowOf: beijingMonth },
  week: { count: () => 7, windowOf: beijingWeek },
  day: { count: () => 1, windowOf: beijingDay },
}

/**
 * Number of receivers to whom the fake corp distributes a mass message or moment in one second. The number is an
 * assumption: WeCom's documentation says only that the distribution to many receivers takes some time.
 */
const perSecond = 1000

export function dispatchSeconds(count: number): number {
  return Math.floor(count / perSecond)
}
