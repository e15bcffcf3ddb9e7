/** What came back over HTTP. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  /** Read to the end; undefined if it is longer than `maxResponseBytes`. */
  readonly text: string | undefined
  /** In place of the text where a file was asked for and came: still on its way. */
  readonly file?: ReadableStream<Uint8Array> | undefined
}
