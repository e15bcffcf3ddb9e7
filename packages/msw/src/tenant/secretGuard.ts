import type { Clock } from './clock.ts'

const hour = 3_600_000
/** WeCom says "several"; this many within an hour is our reading. */
const limit = 5

/** Blocks an address for an hour after several wrong secrets. */
export class SecretGuard {
  readonly #clock: Clock
  /** For each address, when it sent a wrong secret, in milliseconds since 1970. */
  readonly #wrong = new Map<string, number[]>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  isBlocked(ip: string): boolean {
    return this.#recent(ip).length >= limit
  }

  noteWrong(ip: string): void {
    this.#wrong.set(ip, [...this.#recent(ip), this.#clock.now()])
  }

  noteRight(ip: string): void {
    this.#wrong.delete(ip)
  }

  clear(): void {
    this.#wrong.clear()
  }

  /** What counts: the block holds for an hour after the last wrong secret, the others before it fade one by one. */
  #recent(ip: string): number[] {
    const times = this.#wrong.get(ip) ?? []
    const now = this.#clock.now()
    if (times.length >= limit && now - (times.at(-1) ?? 0) < hour) return times
    return times.filter((time) => now - time < hour)
  }
}
