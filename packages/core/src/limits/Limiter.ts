import type { AnyEndpoint } from '../endpoint/Endpoint.ts'

/**
 * Decides when each attempt is sent. `callLimiter` creates a limiter for one process, and `redisCallLimiter` of
 * `@wecom/redis` creates one for several processes. If you write your own limiter, test it with `testLimiter` of
 * `@wecom/core/testing`.
 */
export interface Limiter {
  /**
   * Runs an attempt as soon as the limits allow it.
   *
   * @param attempt - sends the call once and rejects with its error; rejects at once if `signal` has aborted.
   * @param signal - aborts the call. The limiter must then stop waiting.
   * @param params - parameters of the call, for limits that count by member or customer.
   */
  run<T>(endpoint: AnyEndpoint, attempt: () => Promise<T>, signal: AbortSignal | undefined, params: object): Promise<T>
}
