import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import type { Issue } from './Issue.ts'
import { formatIssues } from './Issue.ts'
import { WeComError } from './WeComError.ts'

/**
 * The error of a call that the client did not send, because a parameter or option is not allowed, or a credential is
 * missing.
 */
export class WeComValidationError extends WeComError {
  override readonly name = 'WeComValidationError'
  readonly kind = 'validation'
  declare readonly issues: readonly Issue[]

  constructor(endpoint: AnyEndpoint, issues: readonly Issue[]) {
    super(endpoint, `${formatIssues(issues)}; nothing was sent`)
    this.issues = issues
  }
}
