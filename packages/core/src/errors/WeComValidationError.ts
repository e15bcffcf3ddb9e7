import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import type { Issue } from './Issue.ts'
import { formatIssues } from './Issue.ts'
import { WeComError } from './WeComError.ts'

/**
 * The error of a call that the client did not send. The cause is a parameter or option that is not allowed, or a
 * missing credential.
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
