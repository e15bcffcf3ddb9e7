import type { AnyEndpoint } from '../endpoint/Endpoint.ts'

/**
 * Decides when each attempt is sent. `callLimiter` makes a limiter for one process, `redisCallLimiter` of
 * `@wecom/redis` one for several. Run `testLimiter` of `@wecom/core/testing` on your own.
 */
export interface Limiter {
  /**
   * Runs an attempt as soon as there is a place for it.
   *
   * @param attempt - sends the call once and rejects with its error; rejects at once if `signal` has aborted.
   * @param signal - aborts the call. It must end the wait as well.
   * @param params - parameters of the call, for limits that count by member or customer.
   */
  run<T>(endpoint: AnyEndpoint, attempt: () => Promise<T>, signal: AbortSignal | undefined, params: object): Promise<T>
}
