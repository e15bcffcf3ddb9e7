import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import { WeComError } from './WeComError.ts'

/** The error of a call that the caller's `signal` aborted. `cause` is the reason of the signal. */
export class WeComAbortError extends WeComError {
  /** The name that the platform gives to aborted work, for code that checks the name. */
  override readonly name = 'AbortError'
  readonly kind = 'abort'

  constructor(endpoint: AnyEndpoint, reason: unknown, ambiguous: boolean) {
    super(endpoint, 'aborted', ambiguous, {}, { cause: reason })
  }
}
