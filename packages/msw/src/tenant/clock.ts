/** A span of time; what is given adds up. */
export interface Duration {
  readonly days?: number | undefined
  readonly hours?: number | undefined
  readonly minutes?: number | undefined
  readonly seconds?: number | undefined
  readonly milliseconds?: number | undefined
}

interface DueAction {
  readonly at: number
  readonly run: () => void
}

/** The tenant's own time. It stands still until somebody moves it; whatever falls due on the way happens then, in order. */
export class Clock {
  #now: number
  #due: DueAction[] = []

  constructor(now: number) {
    this.#now = now
  }

  /** Milliseconds since 1970. */
  now(): number {
    return this.#now
  }

  /** Unix seconds, as the API counts time. */
  seconds(): number {
    return Math.floor(this.#now / 1000)
  }

  /**
   * Lets time pass.
   *
   * @param span - milliseconds, or a `Duration`.
   *
   * @example
   * tenant.clock.advance({ hours: 24 })
   */
  advance(span: number | Duration): void {
    this.set(this.#now + (typeof span === 'number' ? span : toMilliseconds(span)))
  }

  /**
   * Moves to a later moment.
   *
   * @param moment - milliseconds since 1970, an ISO date, or a `Date`.
   * @throws {RangeError} the moment is no date, or already over: time runs forward only.
   */
  set(moment: number | string | Date): void {
    const target = new Date(moment).getTime()
    if (Number.isNaN(target))
      throw new RangeError(`The tenant's clock cannot be set to ${String(moment)}: it is no date`)
    if (target < this.#now) {
      const [from, to] = [this.#now, target].map((time) => new Date(time).toISOString())
      throw new RangeError(`The tenant's clock stands at ${from} and cannot go back to ${to}; reset the tenant instead`)
    }
    for (let next = this.#takeDue(target); next; next = this.#takeDue(target)) {
      this.#now = Math.max(this.#now, next.at)
      next.run()
    }
    this.#now = target
  }

  /** Has something done when the clock reaches a moment, in milliseconds since 1970. */
  at(moment: number, run: () => void): void {
    const index = this.#due.findIndex(({ at }) => at > moment)
    this.#due.splice(index === -1 ? this.#due.length : index, 0, { at: moment, run })
  }

  /** Starts anew: forgets what is due, and stands at `now`. */
  restart(now: number): void {
    this.#due = []
    this.#now = now
  }

  #takeDue(until: number): DueAction | undefined {
    const [first] = this.#due
    return first && first.at <= until ? this.#due.shift() : undefined
  }
}

/** @returns milliseconds. */
function toMilliseconds({ days = 0, hours = 0, minutes = 0, seconds = 0, milliseconds = 0 }: Duration): number {
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 + milliseconds
}
