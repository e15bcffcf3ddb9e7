import type { Download } from '../endpoint/Endpoint.ts'

export interface Answer {
  readonly status: number
  readonly headers: Headers
  /** Undefined if the text is longer than `maxResponseBytes`. */
  readonly text: string | undefined
  /** Set if the call returns a file, whose bytes are still arriving. `text` is then empty. */
  readonly file?: Download | undefined
}
