/** An HTTP answer. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  /** The whole text; undefined if it is longer than `maxResponseBytes`. */
  readonly text: string | undefined
  /** The file in place of the text, if the endpoint answers with one: it is still arriving. */
  readonly file?: ReadableStream<Uint8Array> | undefined
}
