/** What came back over HTTP. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  /** Read to the end. */
  readonly text: string
  /** In place of the text where a file was asked for and came: still on its way. */
  readonly file?: ReadableStream<Uint8Array> | undefined
}
