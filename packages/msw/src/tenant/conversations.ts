import { Rows } from './Rows.ts'

/** A message between a member and a customer. */
export interface DirectMessage {
  userid: string
  external_userid: string
  /** Who sent it. */
  from: 'member' | 'customer'
  /** Unix seconds. */
  time: number
}

/** A message in a customer group. */
export interface GroupMessage {
  chat_id: string
  /** userid or external_userid. */
  from: string
  /** Unix seconds. */
  time: number
}

/** Who wrote to whom, and when; not what. Oldest first. */
export class Conversations {
  readonly #direct = new Rows<DirectMessage>()
  readonly #group = new Rows<GroupMessage>()

  loadDirect(messages: readonly DirectMessage[]): void {
    this.#direct.load(messages)
  }

  loadGroup(messages: readonly GroupMessage[]): void {
    this.#group.load(messages)
  }

  direct(): readonly DirectMessage[] {
    return this.#direct.list()
  }

  group(): readonly GroupMessage[] {
    return this.#group.list()
  }

  /** How many messages a customer wrote to a member since a moment, in unix seconds. */
  countFromCustomer(userid: string, external_userid: string, since: number): number {
    return this.direct().filter(
      (message) =>
        message.from === 'customer' &&
        message.userid === userid &&
        message.external_userid === external_userid &&
        message.time >= since,
    ).length
  }

  /** Whether two people ever wrote to each other. */
  haveTalked(userid: string, external_userid: string): boolean {
    return this.direct().some((message) => message.userid === userid && message.external_userid === external_userid)
  }

  addDirect(message: DirectMessage): void {
    this.#direct.add(message)
  }

  addGroup(message: GroupMessage): void {
    this.#group.add(message)
  }
}
