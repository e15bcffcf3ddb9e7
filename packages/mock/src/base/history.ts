import type { Clock } from './clock.ts'

/** Earlier states of a corp, for reads that lag behind: of each moment at which the clock stood, as it was at its end. */
export class History<State> {
  readonly #clock: Clock
  readonly #copy: () => State
  /** Oldest first. */
  #moments: { readonly at: number; readonly state: State }[] = []

  /** @param copy - copies the state of now. */
  constructor(clock: Clock, copy: () => State) {
    this.#clock = clock
    this.#copy = copy
  }

  /** Keeps the state of now. */
  keep(): void {
    this.#moments.push({ at: this.#clock.now(), state: this.#copy() })
  }

  /** Keeps the state of now, and forgets those that are not needed to look so many milliseconds back; all of them for 0. */
  keepFor(lagMs: number): void {
    if (lagMs === 0) return this.clear()
    this.#moments = this.#moments.slice(Math.max(0, this.#indexOf(lagMs)))
    this.keep()
  }

  /** The state of so many milliseconds ago, or the oldest one that is kept. */
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
