import type { Clock } from './clock.ts'

/**
 * Copies of earlier data of a fake corp, for the fault `lag`. A read with this fault returns old data. While such a
 * fault is active, the fake corp saves a copy before each move of its clock.
 */
export class History<State> {
  readonly #clock: Clock
  readonly #copy: () => State
  // Oldest first.
  #moments: { readonly at: number; readonly state: State }[] = []

  constructor(clock: Clock, copy: () => State) {
    this.#clock = clock
    this.#copy = copy
  }

  keep(): void {
    this.#moments.push({ at: this.#clock.now(), state: this.#copy() })
  }

  /**
   * Saves a copy of the corp's current data. Removes all copies that are older than the copy that `before(lagMs)`
   * returns. If `lagMs` is 0, removes all copies and saves none.
   */
  keepFor(lagMs: number): void {
    if (lagMs === 0) return this.clear()
    this.#moments = this.#moments.slice(Math.max(0, this.#indexOf(lagMs)))
    this.keep()
  }

  /**
   * Returns the copy of the corp's data from `lagMs` milliseconds ago. If all copies are newer, returns the oldest
   * copy. Returns undefined if there are no copies.
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
