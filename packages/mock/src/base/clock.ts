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
 * The corp's own time. It is frozen until a test advances it or lets it run. Everything that falls due meanwhile happens
 * in order.
 */
export class Clock {
  #now: number
  #due: DueAction[] = []
  /** The real time up to which a running clock has moved, in milliseconds since 1970. */
  #wall: number | undefined
  #beforeStep: () => void = () => undefined

  constructor(now: number) {
    this.#now = now
  }

  /** Milliseconds since 1970. */
  now(): number {
    return this.#now
  }

  /** Whether time passes by itself. */
  get runs(): boolean {
    return this.#wall !== undefined
  }

  /** Unix seconds, as the API counts time. */
  seconds(): number {
    return Math.floor(this.#now / 1000)
  }

  /**
   * Lets time pass.
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
   * Moves to a later moment.
   *
   * @param moment - milliseconds since 1970, an ISO date, or a `Date`.
   * @throws {InputError} the moment is no date, or is in the past.
   */
  set(moment: number | string | Date): void {
    this.#moveTo(moment, 'set')
  }

  /** Lets time pass as fast as real time, until `stop`. The clock moves with each call, and can still be advanced. */
  run(): void {
    this.#wall ??= Date.now()
  }

  /** Stops the clock. */
  stop(): void {
    this.catchUp()
    this.#wall = undefined
  }

  /** Moves a running clock by the real time since the last call. `handle` calls it for each request. */
  catchUp(): void {
    if (this.#wall === undefined) return
    const wall = Date.now()
    const passed = Math.max(0, wall - this.#wall)
    this.#wall = wall
    this.advance(passed)
  }

  /** Runs a function when the clock reaches a moment, in milliseconds since 1970. */
  at(moment: number, run: () => void): void {
    const index = this.#due.findIndex(({ at }) => at > moment)
    this.#due.splice(index === -1 ? this.#due.length : index, 0, { at: moment, run })
  }

  /** Runs a function each time before the clock moves. */
  beforeEachStep(run: () => void): void {
    this.#beforeStep = run
  }

  /** Starts again at `now` and drops all due actions. A running clock keeps running. */
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

/** @returns milliseconds. */
function toMilliseconds({ days = 0, hours = 0, minutes = 0, seconds = 0, milliseconds = 0 }: Duration): number {
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 + milliseconds
}

// WeCom counts by calendar days that begin at midnight in Beijing, which has no summer time.

const offset = 8 * 3600
const day = 24 * 3600
/** 1 January 1970 was a Thursday; a week begins on Monday. */
const daysBeforeFirstMonday = 3

/** The number of a day. `seconds` is unix time, here and below. */
export function beijingDay(seconds: number): number {
  return Math.floor((seconds + offset) / day)
}

/** When a day begins, by its number: unix seconds. */
export function startOfBeijingDay(number: number): number {
  return number * day - offset
}

/** The number of a week. */
export function beijingWeek(seconds: number): number {
  return Math.floor((beijingDay(seconds) + daysBeforeFirstMonday) / 7)
}

/** A month, e.g. `2026-03`. */
export function beijingMonth(seconds: number): string {
  return new Date((seconds + offset) * 1000).toISOString().slice(0, 7)
}

/** How many days the month has. */
export function daysOfBeijingMonth(seconds: number): number {
  const now = new Date((seconds + offset) * 1000)
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 0)).getUTCDate()
}
