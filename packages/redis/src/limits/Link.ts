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
      /** First word of Redis's error reply, e.g. `NOPERM`, `READONLY` or `OOM`. Undefined if Redis did not reply. */
      readonly redisCode?: string | undefined
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
    const { name, message } = error instanceof Error ? error : { name: typeof error, message: '' }
    // Only the first word, because the rest of the message may contain keys.
    const redisCode = /^[A-Z]{2,}(?= )/.exec(message)?.[0]
    notify(this.#listener, { type: 'redis-lost', errorName: name, redisCode })
  }

  succeed(processes: number): void {
    this.#processes = processes
    if (!this.#isLost) return
    this.#isLost = false
    notify(this.#listener, { type: 'redis-back' })
  }
}
