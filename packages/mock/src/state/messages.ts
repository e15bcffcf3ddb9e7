import type { MassMessageAttachment, MessageText } from '@wecom/messages'
import { Refusal } from '../base/Refusal.ts'
import { type Clock, beijingDay, beijingMonth, beijingWeek, daysOfBeijingMonth } from '../base/clock.ts'
import type { Random } from '../base/random.ts'
import { Keyed } from '../base/rows.ts'
import { type App, type Member, type Members, servesCustomers, type VisibleRange } from './members.ts'

/** A mass message (企业群发) that an app created, or that a member sent without being asked. */
export interface MassMessage {
  msgid: string
  chat_type: 'single' | 'group'
  /** The userid of the member who created the message. Absent if an app created it. */
  creator?: string | undefined
  /** Time of creation in unix seconds, the unit of all times in this file. */
  create_time: number
  /** Creator of the message: 0 the corp, 1 a member. */
  create_type: 0 | 1
  text?: MessageText | undefined
  attachments?: MassMessageAttachment[] | undefined
  /** Whether members may leave out customers. */
  allow_select?: boolean | undefined
  tasks: MassMessageTask[]
  /** Times at which members were reminded. */
  reminded_at?: number[] | undefined
  cancelled_at?: number | undefined
}

/** A member's task of a mass message. */
export interface MassMessageTask {
  userid: string
  /** When the member sent the message. Absent if the member has not sent it. */
  send_time?: number | undefined
  /** When the member ignored the task. No call returns this. */
  ignored_at?: number | undefined
  /** Results for the receivers. Empty until the member sends the message, if the member chooses the group chats. */
  deliveries: MassMessageReceipt[]
}

/** The result of a mass message for one receiver. Has either an external_userid or a chat_id. */
export interface MassMessageReceipt {
  external_userid?: string | undefined
  chat_id?: string | undefined
  /**
   * Status of the delivery: 0 not sent, 1 sent, 2 not sent because the customer is not a contact, 3 not sent because
   * the customer reached the limit.
   */
  status: 0 | 1 | 2 | 3
  /** When the message was sent. Present only if the status is 1. */
  send_time?: number | undefined
}

type NewMassMessage = Omit<MassMessage, 'msgid' | 'create_time' | 'reminded_at' | 'cancelled_at'>

/** All mass messages, oldest first, and the times at which each receiver got one. */
export class MassMessages extends Keyed<MassMessage> {
  receivingLimit: ReceivingLimit = 'month'
  readonly #clock: Clock
  readonly #random: Random
  /** Times at which each receiver got a mass message, in unix seconds. */
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

  /** Whether WeCom is still distributing the message to members. */
  isDispatching({ create_time, tasks }: MassMessage): boolean {
    const receivers = tasks.reduce((count, { deliveries }) => count + deliveries.length, 0)
    return this.#clock.seconds() < create_time + dispatchSeconds(receivers)
  }

  /** Whether a customer or group chat has reached its limit of mass messages. */
  hasEnough(receiver: string): boolean {
    return isLimitReached(this.receivingLimit, this.#received.get(receiver) ?? [], this.#clock.seconds())
  }

  /** Sends a member's task now. Receivers who deleted the member or reached their limit do not get the message. */
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

/** Returns the members of a range who can receive new customers. */
export function receiversOf(members: Members, range: VisibleRange): Member[] {
  return members.list().filter((member) => servesCustomers(member) && member.verified && members.covers(range, member))
}

/**
 * Checks that the members and departments of a range can receive customers.
 *
 * @throws {Refusal} 60111, 60123: a member or department is unknown. 60011: outside the visible range of the app.
 *   84074: without customer contact. 40098: not verified.
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
 * Limit of mass messages from all members together that a customer or group chat receives. `month`: one for each day of
 * the month (WeCom's default). `week`: seven a week. `day`: one a day.
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
  /** Returns a value that is the same for all times of one window. */
  readonly windowOf: (seconds: number) => number | string
}

const windows: Readonly<Record<ReceivingLimit, Window>> = {
  month: { count: daysOfBeijingMonth, windowOf: beijingMonth },
  week: { count: () => 7, windowOf: beijingWeek },
  day: { count: () => 1, windowOf: beijingDay },
}

/**
 * Receivers per second of the distribution. WeCom's documentation says only that it takes some time for large messages;
 * the number is an assumption.
 */
const perSecond = 1000

/** Returns the seconds that the distribution of a message or moment takes. Small ones are distributed at once. */
export function dispatchSeconds(count: number): number {
  return Math.floor(count / perSecond)
}
