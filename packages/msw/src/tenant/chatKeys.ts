import { Refusal } from '../Refusal.ts'
import type { AcquiredCustomer } from './acquisition.ts'
import type { Clock } from './clock.ts'
import type { Random } from './random.ts'

const lifetime = 30 * 60_000

/** Somebody who came by a link, and how many messages they have written. */
export interface AcquisitionChat extends AcquiredCustomer {
  readonly recv_msg_cnt: number
}

interface ChatKey {
  readonly chat: AcquisitionChat
  /** Milliseconds since 1970. */
  readonly expiresAt: number
}

/** The keys that `message_from_customer` carries: who wrote to whom. */
export class ChatKeys {
  readonly #clock: Clock
  readonly #random: Random
  readonly #keys = new Map<string, ChatKey>()

  constructor(clock: Clock, random: Random) {
    this.#clock = clock
    this.#random = random
  }

  /** A key for how things stand now. */
  issue(chat: AcquisitionChat): string {
    const key = this.#random.text(32)
    this.#keys.set(key, { chat, expiresAt: this.#clock.now() + lifetime })
    return key
  }

  /** @throws {Refusal} 41201: unknown, or older than 30 minutes. */
  read(key: string): AcquisitionChat {
    const known = this.#keys.get(key)
    if (!known || known.expiresAt <= this.#clock.now()) throw new Refusal(41201)
    return known.chat
  }

  clear(): void {
    this.#keys.clear()
  }
}
