import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import { WeComError } from './WeComError.ts'

/** Error of a call that received no complete answer within the time limit. */
export class WeComTimeoutError extends WeComError {
  override readonly name = 'WeComTimeoutError'
  readonly kind = 'timeout'
  /** The time limit that was exceeded, in milliseconds. */
  declare readonly timeout: number

  constructor(endpoint: AnyEndpoint, timeout: number, ambiguous: boolean) {
    super(endpoint, `no answer within ${timeout} ms`, ambiguous)
    this.timeout = timeout
  }
}
