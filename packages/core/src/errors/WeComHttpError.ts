import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import { WeComError } from './WeComError.ts'

/**
 * The HTTP status was not 2xx. WeCom answers 200 even to refused calls, so this comes from a wrong path, a gateway or a
 * proxy.
 */
export class WeComHttpError extends WeComError {
  override readonly name = 'WeComHttpError'
  readonly kind = 'http'
  readonly status: number
  /** Milliseconds to wait before the next attempt, from `Retry-After`. */
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

/** Browsers report the status of a redirect that they do not follow as 0. */
function isRedirect(status: number): boolean {
  return status === 0 || (status >= 300 && status < 400)
}
