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
  #direct: DirectMessage[] = []
  #group: GroupMessage[] = []

  load(direct: readonly DirectMessage[], group: readonly GroupMessage[]): void {
    this.#direct = [...direct]
    this.#group = [...group]
  }

  direct(): readonly DirectMessage[] {
    return this.#direct
  }

  group(): readonly GroupMessage[] {
    return this.#group
  }

  /** How many messages a customer wrote to a member since a moment, in unix seconds. */
  countFromCustomer(userid: string, external_userid: string, since: number): number {
    return this.#direct.filter(
      (message) =>
        message.from === 'customer' &&
        message.userid === userid &&
        message.external_userid === external_userid &&
        message.time >= since,
    ).length
  }

  /** Whether two people ever wrote to each other. */
  haveTalked(userid: string, external_userid: string): boolean {
    return this.#direct.some((message) => message.userid === userid && message.external_userid === external_userid)
  }

  addDirect(message: DirectMessage): void {
    this.#direct.push(message)
  }

  addGroup(message: GroupMessage): void {
    this.#group.push(message)
  }
}
