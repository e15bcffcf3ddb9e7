/** What came back over HTTP, read to the end. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}
