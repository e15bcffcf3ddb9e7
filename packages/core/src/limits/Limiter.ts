import type { AnyEndpoint } from '../endpoint/Endpoint.ts'

/** What every call has to pass before it is sent. `callLimiter` makes one; one of your own may count for many processes. */
export interface Limiter {
  /**
   * Makes an attempt as soon as there is room for it.
   *
   * @param attempt - sends the call once, and rejects with its error; at once, where `signal` has aborted.
   * @param signal - of the call: ends the waiting, too.
   */
  run<T>(endpoint: AnyEndpoint, attempt: () => Promise<T>, signal: AbortSignal | undefined): Promise<T>
}
