import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import { WeComError } from './WeComError.ts'

/** The error of a call that the option `signal` aborted. The field `cause` contains `signal.reason`. */
export class WeComAbortError extends WeComError {
  /**
   * Always 'AbortError', like the name of the abort errors of Node.js and browsers. Some programs check this name to
   * recognise aborted work.
   */
  override readonly name = 'AbortError'
  readonly kind = 'abort'

  constructor(endpoint: AnyEndpoint, reason: unknown, ambiguous: boolean) {
    super(endpoint, 'aborted', ambiguous, {}, { cause: reason })
  }
}
