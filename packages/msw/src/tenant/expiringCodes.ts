import type { Clock } from './clock.ts'
import { Keyed } from './Keyed.ts'
import type { Random } from './random.ts'

/** A text that stands for something, for a while. */
export type Expiring<Meaning extends object> = Meaning & {
  code: string
  /** Milliseconds since 1970, unlike all other times: some live for seconds only. */
  expires_at_ms: number
}

/** Codes of one kind, also those whose time is over. */
export class ExpiringCodes<Meaning extends object> extends Keyed<Expiring<Meaning>> {
  readonly #clock: Clock
  readonly #random: Random
  readonly #length: number

  /** @param length - of a code. */
  constructor(clock: Clock, random: Random, length: number) {
    super(({ code }) => code)
    this.#clock = clock
    this.#random = random
    this.#length = length
  }

  /** @param lifetime - in milliseconds. */
  issue(meaning: Meaning, lifetime: number): Expiring<Meaning> {
    const code = this.freeId(() => this.#random.text(this.#length))
    const issued = { ...meaning, code, expires_at_ms: this.#clock.now() + lifetime }
    this.put(issued)
    return issued
  }

  isLive({ expires_at_ms }: Expiring<Meaning>): boolean {
    return expires_at_ms > this.#clock.now()
  }

  delete(code: string): void {
    this.drop(code)
  }
}
