import type { MassMessageAttachment, MessageText } from '@wecom/messages'
import type { Clock } from './clock.ts'
import { dispatchSeconds } from './dispatching.ts'
import { Keyed } from './Keyed.ts'
import type { Random } from './random.ts'
import { type ReceivingLimit, isLimitReached } from './receivingLimit.ts'

/** A message that members are asked to send to many customers or groups (企业群发), or that one sent without being asked. */
export interface MassMessage {
  msgid: string
  chat_type: 'single' | 'group'
  /** Who made it by hand; absent where an app did. */
  creator?: string | undefined
  /** Unix seconds, as all times here. */
  create_time: number
  /** 0 made by the corp, 1 by a member. */
  create_type: 0 | 1
  text?: MessageText | undefined
  attachments?: MassMessageAttachment[] | undefined
  /** Whether members may leave out receivers. */
  allow_select?: boolean | undefined
  tasks: MassMessageTask[]
  /** When members were reminded. */
  reminded_at?: number[] | undefined
  cancelled_at?: number | undefined
}

/** One member's part of a mass message. */
export interface MassMessageTask {
  userid: string
  /** Absent as long as it is not sent. */
  send_time?: number | undefined
  /** When the member put it aside. No call tells. */
  ignored_at?: number | undefined
  /** To groups that the owner picks only when sending: empty until then. */
  deliveries: MassMessageReceipt[]
}

/** What became of a mass message with one receiver, of whom exactly one id is there. */
export interface MassMessageReceipt {
  external_userid?: string | undefined
  chat_id?: string | undefined
  /** 0 not sent, 1 sent, 2 not a friend, 3 had too many. */
  status: 0 | 1 | 2 | 3
  /** Only with status 1. */
  send_time?: number | undefined
}

export type NewMassMessage = Omit<MassMessage, 'msgid' | 'create_time' | 'reminded_at' | 'cancelled_at'>

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

  /** Whether it is still being handed out to the members. */
  isDispatching({ create_time, tasks }: MassMessage): boolean {
    const receivers = tasks.reduce((count, { deliveries }) => count + deliveries.length, 0)
    return this.#clock.seconds() < create_time + dispatchSeconds(receivers)
  }

  /** Whether a customer or group has had as many mass messages as it gets. */
  hasEnough(receiver: string): boolean {
    return isLimitReached(this.receivingLimit, this.#received.get(receiver) ?? [], this.#clock.seconds())
  }

  /** A member sends now: to all receivers given who are friends and have not had too many. */
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
