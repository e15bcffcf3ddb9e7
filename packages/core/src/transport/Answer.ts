import type { Download } from '../endpoint/Endpoint.ts'
import type { TransportResponse } from './Transport.ts'

export interface Answer {
  readonly response: Pick<TransportResponse, 'status' | 'headers'>
  /** Text of the answer. Undefined if it is longer than `maxResponseBytes`. */
  readonly text: string | undefined
  /** File of the answer. Its bytes are still arriving, and `text` is empty. */
  readonly file?: Download | undefined
}
