import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import { WeComError } from './WeComError.ts'

/** The HTTP status was not 2xx. WeCom itself answers 200 even to refused calls, so this is a wrong path, a gateway or a proxy. */
export class WeComHttpError extends WeComError {
  override readonly name = 'WeComHttpError'
  readonly kind = 'http'
  readonly status: number
  /** Milliseconds that the server asks to wait, from `Retry-After`. */
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

/** Browsers hide the status of a redirect that is not followed: they say 0. */
function isRedirect(status: number): boolean {
  return status === 0 || (status >= 300 && status < 400)
}
