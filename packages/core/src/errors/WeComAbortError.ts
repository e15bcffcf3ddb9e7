import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import { WeComError } from './WeComError.ts'

/** The caller's `signal` was aborted. Its reason is the `cause`. */
export class WeComAbortError extends WeComError {
  /** The name that the platform gives to aborted work, so that code which looks for it finds it here too. */
  override readonly name = 'AbortError'
  readonly kind = 'abort'

  constructor(endpoint: AnyEndpoint, reason: unknown, ambiguous: boolean) {
    super(endpoint, 'aborted', { ambiguous, cause: reason })
  }
}
