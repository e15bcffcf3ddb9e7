import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import { WeComError } from './WeComError.ts'

/**
 * The error of a call whose answer has an HTTP status other than 2xx. WeCom answers with 200 even if it refuses a call.
 * Another status therefore comes from a wrong path, a gateway or a proxy.
 */
export class WeComHttpError extends WeComError {
  override readonly name = 'WeComHttpError'
  readonly kind = 'http'
  declare readonly status: number
  /**
   * How long the server asks the client to wait before the next attempt, in milliseconds. The value comes from the
   * header `Retry-After`.
   */
  declare readonly retryAfter: number | undefined

  /** @param reason - text of `@wecom/proxy` that says why it refused the call. */
  constructor(
    endpoint: AnyEndpoint,
    status: number,
    retryAfter: number | undefined,
    ambiguous: boolean,
    reason?: string | false,
  ) {
    // Browsers report the status of a redirect that they do not follow as 0.
    const isRedirect = status === 0 || (status >= 300 && status < 400 && status !== 304)
    super(endpoint, `HTTP ${status}${isRedirect ? ', a redirect; set baseUrl to its target' : ''}`, ambiguous, {
      Reason: reason,
      'Retry after': retryAfter === undefined ? undefined : `${retryAfter} ms`,
    })
    this.status = status
    this.retryAfter = retryAfter
  }
}
