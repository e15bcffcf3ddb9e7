import { parseForm } from './form.ts'

/** A request over HTTP, through `fetch`, or from a test. */
export interface IncomingCall {
  readonly method: string
  /** Path of the request from `/cgi-bin/` on, without the query. */
  readonly path: string
  readonly query: URLSearchParams
  /** Body of the request, as it was sent. Empty if there is none. */
  readonly body: Uint8Array
  /** Value of the Content-Type header. Only forms with files need it. */
  readonly contentType?: string | undefined
  /** Value of the Range header, which asks for a part of a file. */
  readonly range?: string | undefined
  /** IP address of the caller. */
  readonly ip: string
}

/** Whether a body with this content type is a form with files. */
export function isForm(contentType: string | undefined): boolean {
  return contentType?.toLowerCase().startsWith('multipart/form-data') ?? false
}

/**
 * Reads a body and returns the files of a form, the value of JSON, or any other body as text. Returns undefined if the
 * body is empty.
 */
export function readBody({ body, contentType = '' }: IncomingCall): unknown {
  if (isForm(contentType)) return parseForm(body, contentType)
  return body.length === 0 ? undefined : parseJson(body)
}

/**
 * Returns the fields of a query. If a field occurs twice, the first value counts. With a filter, returns only some
 * fields.
 */
export function queryFields(
  query: URLSearchParams,
  isWanted = (_name: string): boolean => true,
): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [name, value] of query) {
    if (isWanted(name) && !Object.hasOwn(fields, name)) fields[name] = value
  }
  return fields
}

/** Decoder that keeps a byte order mark, because WeCom refuses JSON that begins with one. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const anyText = new TextDecoder('utf-8', { ignoreBOM: true })

/** Most levels of nested JSON. No call has as many, and the limit keeps the recursion safe. */
const maxDepth = 64

/** Returns the JSON value of a body, or the body as text if it is not JSON, not UTF-8, or nested too deep. */
function parseJson(body: Uint8Array): unknown {
  try {
    const value: unknown = JSON.parse(utf8.decode(body))
    if (isNestedWithin(maxDepth, value)) return value
  } catch {
    // The body is not JSON, so the text is returned below.
  }
  return anyText.decode(body)
}

/** Whether a JSON value has at most `levels` levels. Does not look deeper. */
function isNestedWithin(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true
  return levels > 0 && Object.values(value).every((inner) => isNestedWithin(levels - 1, inner))
}
