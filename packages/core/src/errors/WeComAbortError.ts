import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import { WeComError } from './WeComError.ts'

/** The caller's `signal` aborted the call. `cause` is the reason of the signal. */
export class WeComAbortError extends WeComError {
  /** The platform's name for aborted work, for code that checks it. */
  override readonly name = 'AbortError'
  readonly kind = 'abort'

  constructor(endpoint: AnyEndpoint, reason: unknown, ambiguous: boolean) {
    super(endpoint, 'aborted', { ambiguous, cause: reason })
  }
}
