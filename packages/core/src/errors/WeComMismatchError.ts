import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import type { Issue } from './Issue.ts'
import { formatIssues } from './Issue.ts'
import { WeComError } from './WeComError.ts'

/**
 * The error of a call that took effect, but whose result does not have the documented shape. The client throws this
 * error in two cases: its option `strict` is true, or the call requests a token.
 */
export class WeComMismatchError extends WeComError {
  override readonly name = 'WeComMismatchError'
  readonly kind = 'mismatch'
  declare readonly issues: readonly Issue[]

  constructor(endpoint: AnyEndpoint, issues: readonly Issue[]) {
    super(endpoint, `the call worked, but its result is invalid: ${formatIssues(issues)}`)
    this.issues = issues
  }
}
