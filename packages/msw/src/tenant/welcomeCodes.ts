import { Refusal } from '../Refusal.ts'
import type { App } from './apps.ts'
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
  sending?: Sending | undefined
}

/** That an app uses a code. */
interface Sending {
  /** Name of the app. */
  readonly app: string
  /** When the message has arrived, by the clock on the wall: so do calls take their time. */
  readonly arrivesAt: number
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
    })
    return code
  }

  /**
   * Whom a code is for, as long as it is good.
   *
   * @throws {Refusal} 41051: it was used. 41096: another app is using it right now. 41050: unknown, or older than 20 seconds.
   */
  check(app: App, code: string): Welcome {
    const { userid, external_userid } = this.#live(app, code)
    return { userid, external_userid }
  }

  /**
   * Uses a code up, for the message that is sent to whom it names.
   *
   * @param delayMs - how long the call is under way: until then it is not sure to other apps that it succeeds.
   * @throws {Refusal} as `check`.
   */
  use(app: App, code: string, delayMs: number): void {
    this.#live(app, code).sending = { app: app.name, arrivesAt: Date.now() + delayMs }
  }

  /** Whether a code was used for these two. */
  wasUsed({ userid, external_userid }: Welcome): boolean {
    return [...this.#codes.values()].some(
      (code) => code.sending !== undefined && code.userid === userid && code.external_userid === external_userid,
    )
  }

  clear(): void {
    this.#codes.clear()
  }

  #live(app: App, code: string): WelcomeCode {
    const known = this.#codes.get(code)
    if (known?.sending) {
      const { sending } = known
      throw new Refusal(sending.app !== app.name && Date.now() < sending.arrivesAt ? 41096 : 41051)
    }
    if (!known || known.expiresAt <= this.#clock.now()) throw new Refusal(41050)
    return known
  }
}
