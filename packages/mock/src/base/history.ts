import type { Clock } from './clock.ts'

/** Earlier states of a corp, for reads that lag: one for each moment of the clock, taken at its end. */
export class History<State> {
  readonly #clock: Clock
  readonly #copy: () => State
  /** Oldest first. */
  #moments: { readonly at: number; readonly state: State }[] = []

  /** @param copy - copies the current state. */
  constructor(clock: Clock, copy: () => State) {
    this.#clock = clock
    this.#copy = copy
  }

  /** Keeps the current state. */
  keep(): void {
    this.#moments.push({ at: this.#clock.now(), state: this.#copy() })
  }

  /** Keeps the current state, and drops states older than `lagMs` needs; 0 drops all. */
  keepFor(lagMs: number): void {
    if (lagMs === 0) return this.clear()
    this.#moments = this.#moments.slice(Math.max(0, this.#indexOf(lagMs)))
    this.keep()
  }

  /** The state of `lagMs` ago, or the oldest one kept. */
  before(lagMs: number): State | undefined {
    return this.#moments[Math.max(0, this.#indexOf(lagMs))]?.state
  }

  clear(): void {
    this.#moments = []
  }

  #indexOf(lagMs: number): number {
    return this.#moments.findLastIndex(({ at }) => at <= this.#clock.now() - lagMs)
  }
}
