import type { AnyEndpoint } from '../endpoint/Endpoint.ts'

/**
 * What every call has to pass before it is sent. `callLimiter` makes one for a process, `redisCallLimiter` of
 * `@wecom/redis` one for many. Run `testLimiter` of `@wecom/core/testing` on one of your own.
 */
export interface Limiter {
  /**
   * Makes an attempt as soon as there is room for it.
   *
   * @param attempt - sends the call once, and rejects with its error; at once, where `signal` has aborted.
   * @param signal - of the call: ends the waiting, too.
   * @param params - parameters of the call, for limits that count by member or customer.
   */
  run<T>(endpoint: AnyEndpoint, attempt: () => Promise<T>, signal: AbortSignal | undefined, params: object): Promise<T>
}
