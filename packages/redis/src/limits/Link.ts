import { notify } from '@wecom/core/define'

/** The event when Redis stops answering, and when it answers again. */
export type LimiterEvent =
  | {
      readonly type: 'redis-lost'
      /** Name of the client's error; `TimeoutError` if Redis did not reply. */
      readonly errorName: string
    }
  | { readonly type: 'redis-back' }

/** Milliseconds between two attempts to reach a Redis that is gone. */
const retryInterval = 1_000

/** Knows whether Redis answers, for all lanes of a limiter. */
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

  /** Processes seen in the minute before the last reply of Redis. */
  get processes(): number {
    return this.#processes
  }

  /** Milliseconds until the next attempt to reach Redis. */
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
