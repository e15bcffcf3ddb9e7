import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import { WeComError } from './WeComError.ts'

/**
 * Thrown if the connection for a call could not be opened, or broke during the call. The field `code` contains the
 * error code of the runtime, e.g. `ECONNRESET`. `code` is undefined if the runtime reports no error code, e.g. in
 * browsers.
 */
export class WeComNetworkError extends WeComError {
  override readonly name = 'WeComNetworkError'
  readonly kind = 'network'
  declare readonly code: string | undefined

  constructor(endpoint: AnyEndpoint, code: string | undefined, ambiguous: boolean) {
    super(endpoint, `network error ${code ?? ''}`.trimEnd(), ambiguous)
    this.code = code
  }
}
