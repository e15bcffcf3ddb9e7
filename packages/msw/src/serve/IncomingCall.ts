/** A request, whatever it came by. */
export interface IncomingCall {
  readonly method: string
  /** From `/cgi-bin/` on, without the query. */
  readonly path: string
  readonly query: URLSearchParams
  /** As it was sent; empty where there is none. */
  readonly body: string
  /** The caller's address. */
  readonly ip: string
}
