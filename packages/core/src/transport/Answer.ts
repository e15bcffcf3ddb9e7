import type { Download } from '../endpoint/Endpoint.ts'
import type { TransportResponse } from './Transport.ts'

export interface Answer {
  readonly response: Pick<TransportResponse, 'status' | 'headers'>
  /**
   * Body of WeCom's answer as text. Undefined if the body is longer than the option `maxResponseBytes` of the client.
   */
  readonly text: string | undefined
  /** The file, if WeCom's answer is a file. Its bytes are still arriving, and `text` is empty. */
  readonly file?: Download | undefined
}
