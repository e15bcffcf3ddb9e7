import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import { WeComError } from './WeComError.ts'

/** The connection could not be made, or broke. `code` is the runtime's, e.g. `ECONNRESET`. */
export class WeComNetworkError extends WeComError {
  override readonly name = 'WeComNetworkError'
  readonly kind = 'network'
  readonly code: string | undefined

  constructor(endpoint: AnyEndpoint, code: string | undefined, ambiguous: boolean) {
    super(endpoint, code ? `network error ${code}` : 'network error', { ambiguous })
    this.code = code
  }
}
