import { InputError } from './input.ts'

/** A length of time: the sum of all fields, e.g. one day and two hours. */
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

/**
 * The clock of a fake corp (see `createFakeCorp`). The clock moves only when a test moves it, or while the clock runs
 * (see `run`). `at` registers a function for a time. The clock calls the function when it reaches this time. A function
 * with an earlier time is called first.
 */
export class Clock {
  #now: number
  #due: DueAction[] = []
  /** Real time of the last `catchUp`, in milliseconds since 1970. Undefined if the clock does not run. */
  #wall: number | undefined
  #beforeStep: () => void = () => undefined

  constructor(now: number) {
    this.#now = now
  }

  /** Returns the current time of the fake corp, in milliseconds since 1970. */
  now(): number {
    return this.#now
  }

  /** Whether the clock runs. A running clock moves by itself, as fast as real time. */
  get runs(): boolean {
    return this.#wall !== undefined
  }

  /** Returns the current time of the fake corp in unix seconds, the unit of the API. */
  seconds(): number {
    return Math.floor(this.#now / 1000)
  }

  /**
   * Moves the clock forward.
   *
   * @param span - how far to move the clock: a number of milliseconds, or a `Duration`.
   * @throws {InputError} `span` is negative, or has a field that is not in `Duration`.
   *
   * @example
   * corp.clock.advance({ hours: 24 })
   */
  advance(span: number | Duration): void {
    this.#moveTo(this.#now + (typeof span === 'number' ? span : toMilliseconds(span)), 'advance')
  }

  /**
   * Sets the clock to a later time.
   *
   * @param moment - milliseconds since 1970, an ISO date, or a `Date`.
   * @throws {InputError} `moment` is not a date, or is earlier than the current time of the clock.
   */
  set(moment: number | string | Date): void {
    this.#moveTo(moment, 'set')
  }

  /**
   * Starts the clock. The clock then runs as fast as real time until `stop` is called. `advance` and `set` can still
   * move it forward.
   */
  run(): void {
    this.#wall ??= Date.now()
  }

  /**
   * Stops a clock that `run` started. The clock keeps the time that it shows now. `advance` and `set` can still move it
   * forward.
   */
  stop(): void {
    this.catchUp()
    this.#wall = undefined
  }

  /**
   * Moves a running clock to the time that it should show now. The fake corp calls this method at the start of each
   * request.
   */
  catchUp(): void {
    if (this.#wall === undefined) return
    const wall = Date.now()
    const passed = Math.max(0, wall - this.#wall)
    this.#wall = wall
    this.advance(passed)
  }

  /** Registers the function `run`. The clock calls it at the time `moment`, in milliseconds since 1970. */
  at(moment: number, run: () => void): void {
    const index = this.#due.findIndex(({ at }) => at > moment)
    this.#due.splice(index === -1 ? this.#due.length : index, 0, { at: moment, run })
  }

  /**
   * Registers a function that the clock calls each time before it moves forward. If this method is called again, the
   * new function replaces the earlier one.
   */
  beforeEachStep(run: () => void): void {
    this.#beforeStep = run
  }

  /**
   * Sets the clock to any time, in milliseconds since 1970. Removes all functions that `at` registered. A running clock
   * continues to run.
   */
  restart(now: number): void {
    this.#due = []
    this.#now = now
    if (this.#wall !== undefined) this.#wall = Date.now()
  }

  #moveTo(moment: number | string | Date, field: 'advance' | 'set'): void {
    const target = new Date(moment).getTime()
    if (Number.isNaN(target)) {
      throw new InputError(field, `The corp's clock cannot be set to ${String(moment)}, which is not a date`)
    }
    if (target < this.#now) {
      const [from, to] = [this.#now, target].map((time) => new Date(time).toISOString())
      throw new InputError(field, `The corp's clock shows ${from} and cannot go back to ${to}; reset the corp instead`)
    }
    for (let next = this.#takeDue(target); next; next = this.#takeDue(target)) {
      this.#step(next.at)
      next.run()
    }
    this.#step(target)
  }

  #step(moment: number): void {
    if (moment <= this.#now) return
    this.#beforeStep()
    this.#now = moment
  }

  #takeDue(until: number): DueAction | undefined {
    const [first] = this.#due
    return first && first.at <= until ? this.#due.shift() : undefined
  }
}

function toMilliseconds(span: Duration): number {
  const { days = 0, hours = 0, minutes = 0, seconds = 0, milliseconds = 0, ...others } = span
  const [unknown] = Object.keys(others)
  if (unknown !== undefined) {
    throw new InputError(
      `advance.${unknown}`,
      `${unknown} is not a unit; use days, hours, minutes, seconds or milliseconds`,
    )
  }
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 + milliseconds
}

// WeCom counts by calendar days that begin at midnight in Beijing, which has no summer time.

const offset = 8 * 3600
const day = 24 * 3600
// From the Monday of the first week of 1970 to 1 January 1970, which was a Thursday.
const daysBeforeFirstMonday = 3

/**
 * Returns the day in Beijing that contains a unix time (`seconds`). The result is the number of days since 1 January
 * 1970.
 */
export function beijingDay(seconds: number): number {
  return Math.floor((seconds + offset) / day)
}

/** Returns the start of a day in Beijing, in unix seconds. `number` is the number of days since 1 January 1970. */
export function startOfBeijingDay(number: number): number {
  return number * day - offset
}

export function beijingWeek(seconds: number): number {
  // Weeks begin on Monday.
  return Math.floor((beijingDay(seconds) + daysBeforeFirstMonday) / 7)
}

export function beijingMonth(seconds: number): string {
  return new Date((seconds + offset) * 1000).toISOString().slice(0, 7)
}

export function daysOfBeijingMonth(seconds: number): number {
  const now = new Date((seconds + offset) * 1000)
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 0)).getUTCDate()
}
