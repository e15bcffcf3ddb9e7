import type { Download } from '../endpoint/Endpoint.ts'
import type { TransportResponse } from './Transport.ts'

export interface Answer {
  readonly response: Pick<TransportResponse, 'status' | 'headers'>
  /**
   * Text of an answer of WeCom's API. Undefined if the text is longer than the option `maxResponseBytes` of the client.
   */
  readonly text: string | undefined
  /** File in an answer of WeCom's API. Its bytes are still arriving, and `text` is empty. */
  readonly file?: Download | undefined
}
