import type { Clock } from './clock.ts'

/**
 * Earlier states of a corp, for reads that return old data. It has one state for each time at which the clock stood,
 * copied when the clock moved on.
 */
export class History<State> {
  readonly #clock: Clock
  readonly #copy: () => State
  /** Saved states, oldest first. */
  #moments: { readonly at: number; readonly state: State }[] = []

  /**
   * Creates an empty history.
   *
   * @param copy - returns a copy of the current state.
   */
  constructor(clock: Clock, copy: () => State) {
    this.#clock = clock
    this.#copy = copy
  }

  /** Saves a copy of the current state. */
  keep(): void {
    this.#moments.push({ at: this.#clock.now(), state: this.#copy() })
  }

  /**
   * Saves a copy of the current state, and removes states that a lag of `lagMs` milliseconds does not need. If `lagMs`
   * is 0, removes all states and saves none.
   */
  keepFor(lagMs: number): void {
    if (lagMs === 0) return this.clear()
    this.#moments = this.#moments.slice(Math.max(0, this.#indexOf(lagMs)))
    this.keep()
  }

  /** Returns the state of `lagMs` milliseconds ago, or the oldest saved state. */
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
