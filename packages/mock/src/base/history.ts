import type { Clock } from './clock.ts'

/**
 * Copies of earlier states of a fake corp. A test can make reads return old data, by a fault of the kind `lag`. Such
 * reads take their data from here. While there is such a fault, the history saves a copy of the current state before
 * each move of the corp's clock.
 */
export class History<State> {
  readonly #clock: Clock
  readonly #copy: () => State
  /** Copies of earlier states, oldest first. */
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
   * Saves a copy of the current state, and removes older copies that a lag of `lagMs` milliseconds no longer needs. If
   * `lagMs` is 0, removes all copies and saves none.
   */
  keepFor(lagMs: number): void {
    if (lagMs === 0) return this.clear()
    this.#moments = this.#moments.slice(Math.max(0, this.#indexOf(lagMs)))
    this.keep()
  }

  /**
   * Returns the state as it was `lagMs` milliseconds ago. If all saved states are newer, returns the oldest of them.
   * Undefined if the history is empty.
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
