import { Refusal } from '../Refusal.ts'
import type { Clock } from './clock.ts'
import type { Random } from './random.ts'

/** Seconds in which a welcome message has to be sent. */
const lifetime = 20

/** The relation that a welcome message opens. */
export interface Welcome {
  readonly userid: string
  readonly external_userid: string
}

interface WelcomeCode extends Welcome {
  /** Milliseconds since 1970. */
  readonly expiresAt: number
  used: boolean
}

/** The codes that `add_external_contact` carries: each good for one welcome message. */
export class WelcomeCodes {
  readonly #clock: Clock
  readonly #random: Random
  readonly #codes = new Map<string, WelcomeCode>()

  constructor(clock: Clock, random: Random) {
    this.#clock = clock
    this.#random = random
  }

  issue({ userid, external_userid }: Welcome): string {
    const code = this.#random.text(43)
    this.#codes.set(code, {
      userid,
      external_userid,
      expiresAt: this.#clock.now() + lifetime * 1000,
      used: false,
    })
    return code
  }

  /**
   * Whom a code is for, as long as it is good.
   *
   * @throws {Refusal} 41051: it was used. 41050: unknown, or older than 20 seconds.
   */
  check(code: string): Welcome {
    const { userid, external_userid } = this.#live(code)
    return { userid, external_userid }
  }

  /**
   * Uses a code up, for the message that is sent to whom it names.
   *
   * @throws {Refusal} as `check`.
   */
  use(code: string): void {
    this.#live(code).used = true
  }

  /** Whether a code was used for these two. */
  wasUsed({ userid, external_userid }: Welcome): boolean {
    return [...this.#codes.values()].some(
      (code) => code.used && code.userid === userid && code.external_userid === external_userid,
    )
  }

  clear(): void {
    this.#codes.clear()
  }

  #live(code: string): WelcomeCode {
    const known = this.#codes.get(code)
    if (known?.used) throw new Refusal(41051)
    if (!known || known.expiresAt <= this.#clock.now()) throw new Refusal(41050)
    return known
  }
}
