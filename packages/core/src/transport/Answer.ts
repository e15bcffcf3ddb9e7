import type { Download } from '../endpoint/Endpoint.ts'
import type { TransportResponse } from './Transport.ts'

export interface Answer {
  readonly response: Pick<TransportResponse, 'status' | 'headers'>
  /** Text of WeCom's answer. Undefined if the text is longer than the option `maxResponseBytes` of the client. */
  readonly text: string | undefined
  /** The file, if WeCom answered with a file. The bytes of the file are still arriving, and `text` is empty. */
  readonly file?: Download | undefined
}
