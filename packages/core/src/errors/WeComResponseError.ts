import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import { WeComError } from './WeComError.ts'

/**
 * The answer came with a good status, but it is not WeCom's: empty, cut off, HTML, or JSON without `errcode`.
 * Or it is longer than the client's `maxResponseBytes`.
 */
export class WeComResponseError extends WeComError {
  override readonly name = 'WeComResponseError'
  readonly kind = 'response'
  readonly status: number
  /** True if the answer is longer than the client's `maxResponseBytes`. Such a call is not repeated. */
  readonly tooLong: boolean

  constructor(
    endpoint: AnyEndpoint,
    problem: string,
    answer: { readonly status: number; readonly type: string | null; readonly length: number | undefined },
    ambiguous: boolean,
  ) {
    super(endpoint, problem, {
      ambiguous,
      facts: {
        Status: answer.status,
        'Content-Type': answer.type ?? 'none',
        Length: answer.length === undefined ? undefined : `${answer.length} characters`,
      },
    })
    this.status = answer.status
    this.tooLong = answer.length === undefined
  }
}
