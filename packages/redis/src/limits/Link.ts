import { notify } from '@wecom/core/define'

/**
 * Event that the option `onEvent` of `redisCallLimiter` receives when Redis stops answering (`redis-lost`), or answers
 * again (`redis-back`).
 */
export type LimiterEvent =
  | {
      readonly type: 'redis-lost'
      /** Name of the Redis client's error, or `TimeoutError` if Redis did not reply in time. */
      readonly errorName: string
    }
  | { readonly type: 'redis-back' }

// Wait between two attempts to reach a Redis that has stopped answering, in milliseconds.
const retryInterval = 1_000

// All endpoints of a limiter share one `Link`.
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

  get processes(): number {
    // Redis counts processes for each endpoint separately. This is the newest count of any endpoint.
    return this.#processes
  }

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
