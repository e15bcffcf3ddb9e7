/** A request, whatever it came by. */
export interface IncomingCall {
  readonly method: string
  /** From `/cgi-bin/` on, without the query. */
  readonly path: string
  readonly query: URLSearchParams
  /** As it was sent, empty where there is none. */
  readonly body: Uint8Array
  /** The header; needed for a form with files only. */
  readonly contentType?: string | undefined
  /** The header that asks for a part of a file. */
  readonly range?: string | undefined
  /** The caller's address. */
  readonly ip: string
}

/** Whether a body with this type holds files. */
export function isForm(contentType: string | undefined): boolean {
  return contentType?.toLowerCase().startsWith('multipart/form-data') ?? false
}
