import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import { WeComError } from './WeComError.ts'

/** The answer came with a good status, but it is not WeCom's: empty, cut off, HTML, or something else that is not a JSON object. */
export class WeComResponseError extends WeComError {
  override readonly name = 'WeComResponseError'
  readonly kind = 'response'
  readonly status: number

  constructor(
    endpoint: AnyEndpoint,
    problem: string,
    answer: { readonly status: number; readonly type: string | null; readonly length: number },
    ambiguous: boolean,
  ) {
    super(endpoint, problem, {
      ambiguous,
      facts: {
        Status: answer.status,
        'Content-Type': answer.type ?? 'none',
        Length: `${answer.length} characters`,
      },
    })
    this.status = answer.status
  }
}
