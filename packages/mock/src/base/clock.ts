import { InputError } from './input.ts'

/** A span of time. The fields add up. */
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
 * The clock of the corp. It stands still until a test advances it or starts it. When it moves, due actions happen in
 * the order of their times.
 */
export class Clock {
  #now: number
  #due: DueAction[] = []
  /** Real time up to which a running clock has moved, in milliseconds since 1970. */
  #wall: number | undefined
  #beforeStep: () => void = () => undefined

  constructor(now: number) {
    this.#now = now
  }

  /** Returns the current time of the corp, in milliseconds since 1970. */
  now(): number {
    return this.#now
  }

  /** Whether the clock runs, so that time passes without calls of `advance`. */
  get runs(): boolean {
    return this.#wall !== undefined
  }

  /** Returns the current time of the corp in unix seconds, the unit of the API. */
  seconds(): number {
    return Math.floor(this.#now / 1000)
  }

  /**
   * Moves the clock forward by a span.
   *
   * @param span - milliseconds, or a `Duration`.
   * @throws {InputError} the span is negative.
   *
   * @example
   * corp.clock.advance({ hours: 24 })
   */
  advance(span: number | Duration): void {
    this.#moveTo(this.#now + (typeof span === 'number' ? span : toMilliseconds(span)), 'advance')
  }

  /**
   * Moves the clock to a later time.
   *
   * @param moment - milliseconds since 1970, an ISO date, or a `Date`.
   * @throws {InputError} the value is not a date, or is in the past.
   */
  set(moment: number | string | Date): void {
    this.#moveTo(moment, 'set')
  }

  /**
   * Starts the clock: it runs as fast as real time until `stop`. It moves when a call arrives. `advance` and `set`
   * still work.
   */
  run(): void {
    this.#wall ??= Date.now()
  }

  /** Stops a running clock. */
  stop(): void {
    this.catchUp()
    this.#wall = undefined
  }

  /** Moves a running clock by the real time since the last call. `handle` calls this for each request. */
  catchUp(): void {
    if (this.#wall === undefined) return
    const wall = Date.now()
    const passed = Math.max(0, wall - this.#wall)
    this.#wall = wall
    this.advance(passed)
  }

  /** Runs a function when the clock reaches a time, given in milliseconds since 1970. */
  at(moment: number, run: () => void): void {
    const index = this.#due.findIndex(({ at }) => at > moment)
    this.#due.splice(index === -1 ? this.#due.length : index, 0, { at: moment, run })
  }

  /** Runs a function each time before the clock moves. */
  beforeEachStep(run: () => void): void {
    this.#beforeStep = run
  }

  /** Sets the clock to `now` and removes all due actions. A running clock keeps running. */
  restart(now: number): void {
    this.#due = []
    this.#now = now
    if (this.#wall !== undefined) this.#wall = Date.now()
  }

  #moveTo(moment: number | string | Date, field: 'advance' | 'set'): void {
    const target = new Date(moment).getTime()
    if (Number.isNaN(target)) {
      throw new InputError(field, `The corp's clock cannot be set to ${String(moment)}: it is no date`)
    }
    if (target < this.#now) {
      const [from, to] = [this.#now, target].map((time) => new Date(time).toISOString())
      throw new InputError(
        field,
        `The corp's clock stands at ${from} and cannot go back to ${to}; reset the corp instead`,
      )
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

/**
 * Converts a span into milliseconds.
 *
 * @returns milliseconds.
 */
function toMilliseconds({ days = 0, hours = 0, minutes = 0, seconds = 0, milliseconds = 0 }: Duration): number {
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 + milliseconds
}

// WeCom counts by calendar days that begin at midnight in Beijing, which has no summer time.

const offset = 8 * 3600
const day = 24 * 3600
/** Days from Thursday, 1 January 1970 back to the Monday of its week. */
const daysBeforeFirstMonday = 3

/** Returns the number of a day in Beijing, counted from 1970. `seconds` is unix time. */
export function beijingDay(seconds: number): number {
  return Math.floor((seconds + offset) / day)
}

/** Returns the start of the day with a number, in unix seconds. */
export function startOfBeijingDay(number: number): number {
  return number * day - offset
}

/** Returns the number of a week in Beijing, which begins on Monday. `seconds` is unix time. */
export function beijingWeek(seconds: number): number {
  return Math.floor((beijingDay(seconds) + daysBeforeFirstMonday) / 7)
}

/** Returns a month in Beijing, e.g. `2026-03`. `seconds` is unix time. */
export function beijingMonth(seconds: number): string {
  return new Date((seconds + offset) * 1000).toISOString().slice(0, 7)
}

/** Returns the number of days of a month in Beijing. `seconds` is unix time. */
export function daysOfBeijingMonth(seconds: number): number {
  const now = new Date((seconds + offset) * 1000)
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 0)).getUTCDate()
}
