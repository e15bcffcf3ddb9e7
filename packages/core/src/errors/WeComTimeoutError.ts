import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import { WeComError } from './WeComError.ts'

/** No complete answer arrived within the limit. */
export class WeComTimeoutError extends WeComError {
  override readonly name = 'WeComTimeoutError'
  readonly kind = 'timeout'
  /** The limit, in milliseconds. */
  readonly timeout: number

  constructor(endpoint: AnyEndpoint, timeout: number, ambiguous: boolean) {
    super(endpoint, `no answer within ${timeout} ms`, { ambiguous })
    this.timeout = timeout
  }
}
