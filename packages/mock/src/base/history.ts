import type { Clock } from './clock.ts'

/**
 * Copies of earlier states of a fake corp. Reads with the fault `lag` take their old data from here. While a test has
 * added such a fault, the history saves the current state before each move of the corp's clock.
 */
export class History<State> {
  readonly #clock: Clock
  readonly #copy: () => State
  /** Oldest first. */
  #moments: { readonly at: number; readonly state: State }[] = []

  constructor(clock: Clock, copy: () => State) {
    this.#clock = clock
    this.#copy = copy
  }

  keep(): void {
    this.#moments.push({ at: this.#clock.now(), state: this.#copy() })
  }

  /**
   * Saves the current state, and removes copies that a lag of `lagMs` milliseconds no longer needs. If `lagMs` is 0,
   * removes all copies and saves none.
   */
  keepFor(lagMs: number): void {
    if (lagMs === 0) return this.clear()
    this.#moments = this.#moments.slice(Math.max(0, this.#indexOf(lagMs)))
    this.keep()
  }

  /**
   * Returns the state from `lagMs` milliseconds ago. If all copies are newer, returns the oldest. Undefined if there
   * are no copies.
   */
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
