import type { AnyEndpoint } from '../endpoint/Endpoint.ts'

/**
 * Decides when the client sends each attempt of a call. `callLimiter` creates a limiter for one process.
 * `redisCallLimiter` of `@wecom/redis` creates a limiter that several processes share. If you write your own limiter,
 * test it with `testLimiter` of `@wecom/core/testing`.
 */
export interface Limiter {
  /**
   * Runs one attempt of a call as soon as the limits allow it.
   *
   * @param attempt - function that sends the call once. If the call fails, the promise from `attempt` rejects with the
   *   error of the call. If `signal` has aborted, `attempt` sends nothing, and the promise rejects at once.
   * @param signal - signal that aborts the call. When it aborts, the limiter must stop waiting.
   * @param params - parameters of the call, for limits that count calls by member or customer.
   */
  run<T>(endpoint: AnyEndpoint, attempt: () => Promise<T>, signal: AbortSignal | undefined, params: object): Promise<T>
}
