import { notify } from '@wecom/core/define'

/** The event when Redis stops answering, or answers again. */
export type LimiterEvent =
  | {
      readonly type: 'redis-lost'
      /** Name of the error of the Redis client, or `TimeoutError` if Redis did not reply. */
      readonly errorName: string
    }
  | { readonly type: 'redis-back' }

/** Wait between two attempts to reach Redis while it does not answer, in milliseconds. */
const retryInterval = 1_000

/** Tracks whether Redis answers, for all endpoints of a limiter. */
export class Link {
  readonly #listener: ((event: LimiterEvent) => unknown) | undefined
  #isLost = false
  #retryAt = 0
  #processes = 1

  constructor(listener: ((event: LimiterEvent) => unknown) | undefined) {
    this.#listener = listener
  }

  get isLost(): boolean {
    return this.#isLost
  }

  /** Number of processes that were active in the minute before the last reply of Redis. */
  get processes(): number {
    return this.#processes
  }

  /** Time until the next attempt to reach Redis, in milliseconds. */
  get retryIn(): number {
    return Math.max(0, this.#retryAt - performance.now())
  }

  fail(error: unknown): void {
    this.#retryAt = performance.now() + retryInterval
    if (this.#isLost) return
    this.#isLost = true
    notify(this.#listener, { type: 'redis-lost', errorName: error instanceof Error ? error.name : typeof error })
  }

  succeed(processes: number): void {
    this.#processes = processes
    if (!this.#isLost) return
    this.#isLost = false
    notify(this.#listener, { type: 'redis-back' })
  }
}
