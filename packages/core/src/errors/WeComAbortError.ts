import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import { WeComError } from './WeComError.ts'

/** The error of a call that the caller's `signal` aborted. The field `cause` contains the reason of the signal. */
export class WeComAbortError extends WeComError {
  /**
   * Name of the error, equal to the name of the platform's own abort errors. Some programs recognise aborted work by
   * this name.
   */
  override readonly name = 'AbortError'
  readonly kind = 'abort'

  constructor(endpoint: AnyEndpoint, reason: unknown, ambiguous: boolean) {
    super(endpoint, 'aborted', ambiguous, {}, { cause: reason })
  }
}
