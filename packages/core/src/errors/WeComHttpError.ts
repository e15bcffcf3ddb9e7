import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import { WeComError } from './WeComError.ts'

/**
 * The error of a call whose answer has an HTTP status other than 2xx. WeCom answers with 200 even if it refuses a call.
 * Another status therefore comes from a wrong path, a gateway or a proxy.
 */
export class WeComHttpError extends WeComError {
  override readonly name = 'WeComHttpError'
  readonly kind = 'http'
  readonly status: number
  /** Time that the server asks to wait before the next attempt, in milliseconds. Read from the header `Retry-After`. */
  readonly retryAfter: number | undefined

  constructor(endpoint: AnyEndpoint, status: number, retryAfter: number | undefined, ambiguous: boolean) {
    super(
      endpoint,
      `HTTP ${status}${isRedirect(status) ? ', a redirect; baseUrl must be the address it leads to' : ''}`,
      {
        ambiguous,
        facts: { 'Retry after': retryAfter === undefined ? undefined : `${retryAfter} ms` },
      },
    )
    this.status = status
    this.retryAfter = retryAfter
  }
}

/**
 * Whether an HTTP status is that of a redirect. True for 0, too: browsers report 0 for a redirect that they do not
 * follow.
 */
function isRedirect(status: number): boolean {
  return status === 0 || (status >= 300 && status < 400)
}
