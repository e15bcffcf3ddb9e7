import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import { WeComError } from './WeComError.ts'

/**
 * The error of a call whose answer has an HTTP status of 2xx, but does not come from WeCom. Such an answer is empty,
 * incomplete, HTML, JSON without `errcode`, or JSON in place of a file. The client also throws this error if an answer
 * is longer than the client's `maxResponseBytes`.
 */
export class WeComResponseError extends WeComError {
  override readonly name = 'WeComResponseError'
  readonly kind = 'response'
  declare readonly status: number
  /** Whether the answer is longer than the client's `maxResponseBytes`. If so, the client does not repeat the call. */
  declare readonly tooLong: boolean

  constructor(
    endpoint: AnyEndpoint,
    problem: string,
    answer: { readonly status: number; readonly type: string | null; readonly length: number | undefined },
    ambiguous: boolean,
  ) {
    super(endpoint, problem, ambiguous, {
      Status: answer.status,
      'Content-Type': answer.type ?? 'none',
      Length: answer.length === undefined ? undefined : `${answer.length} characters`,
    })
    this.status = answer.status
    this.tooLong = answer.length === undefined
  }
}
