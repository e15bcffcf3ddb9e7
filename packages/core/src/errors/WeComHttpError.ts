import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import { WeComError } from './WeComError.ts'

/**
 * The error of an answer whose HTTP status is not 2xx. WeCom answers with 200 even if it refuses a call, so another
 * status comes from a wrong path, a gateway or a proxy.
 */
export class WeComHttpError extends WeComError {
  override readonly name = 'WeComHttpError'
  readonly kind = 'http'
  readonly status: number
  /** Wait before the next attempt in milliseconds, from the header `Retry-After`. */
  readonly retryAfter: number | undefined

  constructor(endpoint: AnyEndpoint, status: number, retryAfter: number | undefined, ambiguous: boolean) {
    super(endpoint, `HTTP ${status}${isRedirect(status) ? ', a redirect; set baseUrl to its target' : ''}`, {
      ambiguous,
      facts: { 'Retry after': retryAfter === undefined ? undefined : `${retryAfter} ms` },
    })
    this.status = status
    this.retryAfter = retryAfter
  }
}

/** Whether a status is that of a redirect. Browsers report the status of a redirect that they do not follow as 0. */
function isRedirect(status: number): boolean {
  return status === 0 || (status >= 300 && status < 400)
}
