import type { Clock } from './clock.ts'
import { drawFree } from './drawFree.ts'
import type { Random } from './random.ts'

/** A text that stands for something, for a while. */
export type Expiring<Meaning extends object> = Meaning & {
  code: string
  /** Milliseconds since 1970, unlike all other times: some live for seconds only. */
  expires_at_ms: number
}

/** Codes of one kind, also those whose time is over. */
export class ExpiringCodes<Meaning extends object> {
  readonly #clock: Clock
  readonly #random: Random
  readonly #length: number
  readonly #codes = new Map<string, Expiring<Meaning>>()

  /** @param length - of a code. */
  constructor(clock: Clock, random: Random, length: number) {
    this.#clock = clock
    this.#random = random
    this.#length = length
  }

  load(codes: readonly Expiring<Meaning>[]): void {
    this.#codes.clear()
    for (const code of codes) this.#codes.set(code.code, code)
  }

  list(): Expiring<Meaning>[] {
    return [...this.#codes.values()]
  }

  find(code: string): Expiring<Meaning> | undefined {
    return this.#codes.get(code)
  }

  /** @param lifetime - in milliseconds. */
  issue(meaning: Meaning, lifetime: number): Expiring<Meaning> {
    const code = drawFree(
      () => this.#random.text(this.#length),
      (text) => this.#codes.has(text),
    )
    const issued = { ...meaning, code, expires_at_ms: this.#clock.now() + lifetime }
    this.#codes.set(code, issued)
    return issued
  }

  isLive({ expires_at_ms }: Expiring<Meaning>): boolean {
    return expires_at_ms > this.#clock.now()
  }

  delete(code: string): void {
    this.#codes.delete(code)
  }
}
