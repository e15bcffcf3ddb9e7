import { Refusal } from '../Refusal.ts'
import type { AcquiredCustomer } from './acquisition.ts'
import type { Clock } from './clock.ts'
import { type Expiring, ExpiringCodes } from './expiringCodes.ts'
import type { Random } from './random.ts'

const lifetime = 30 * 60_000

/** Somebody who came by a link, and how many messages they have written. */
export interface AcquisitionChat extends AcquiredCustomer {
  recv_msg_cnt: number
}

/** A key, and how things stood when it was made. */
export type ChatKey = Expiring<AcquisitionChat>

/** The keys that `message_from_customer` carries: who wrote to whom. */
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

  /** A key for how things stand now. */
  issue(chat: AcquisitionChat): string {
    return this.#keys.issue(chat, lifetime).code
  }

  /** @throws {Refusal} 41201: unknown, or older than 30 minutes. */
  read(key: string): AcquisitionChat {
    const known = this.#keys.find(key)
    if (!known || !this.#keys.isLive(known)) throw new Refusal(41201)
    return known
  }
}
