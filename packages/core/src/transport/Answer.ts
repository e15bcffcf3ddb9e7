import type { Download } from '../endpoint/Endpoint.ts'

/** The HTTP answer to one request. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  /** The whole text of the answer. Undefined if the text is longer than `maxResponseBytes`. */
  readonly text: string | undefined
  /**
   * The file of the answer, whose bytes are still arriving. Only endpoints that answer with a file set it, in place of
   * `text`.
   */
  readonly file?: Download | undefined
}
