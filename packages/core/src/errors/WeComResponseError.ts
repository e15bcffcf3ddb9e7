import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import { WeComError } from './WeComError.ts'

/**
 * The status was 2xx, but the answer is not WeCom's: it is empty, cut off, HTML, or JSON without `errcode`. Or it is
 * longer than the client's `maxResponseBytes`.
 */
export class WeComResponseError extends WeComError {
  override readonly name = 'WeComResponseError'
  readonly kind = 'response'
  readonly status: number
  /** True if the answer is longer than the client's `maxResponseBytes`. The client does not repeat such a call. */
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
