import type { Download } from '../endpoint/Endpoint.ts'
import type { TransportResponse } from './Transport.ts'

/** The HTTP answer to one request of the client. */
export interface Answer {
  /** Status and headers. */
  readonly response: Pick<TransportResponse, 'status' | 'headers'>
  /** Whole text of the answer. Undefined if the text is longer than `maxResponseBytes`. */
  readonly text: string | undefined
  /**
   * File of the answer, as a stream whose bytes are still arriving. Set in place of `text` if the call returns a file.
   */
  readonly file?: Download | undefined
}
