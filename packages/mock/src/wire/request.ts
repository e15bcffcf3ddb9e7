import { parseForm } from './form.ts'

/** A request to the fake corp. It came over HTTP, through `fetch`, or directly from a test. */
export interface IncomingCall {
  readonly method: string
  /** Path of the request. It begins with `/cgi-bin/` and does not contain the query. */
  readonly path: string
  readonly query: URLSearchParams
  /** Body of the request as bytes. Empty if the request has no body. */
  readonly body: Uint8Array
  /** Value of the header Content-Type. Necessary only for forms with files. */
  readonly contentType?: string | undefined
  /** Value of the header Range, with which a caller requests a part of a file. */
  readonly range?: string | undefined
  /** IP address of the caller. */
  readonly ip: string
}

/** Checks whether the body of a request is a form with files, by its content type. */
export function isForm(contentType: string | undefined): boolean {
  return contentType?.toLowerCase().startsWith('multipart/form-data') ?? false
}

/**
 * Parses the body of a request. Returns the files of a form, the value of a JSON text, or the body as text if it is
 * neither. Undefined if the body is empty.
 */
export function readBody({ body, contentType = '' }: IncomingCall): unknown {
  if (isForm(contentType)) return parseForm(body, contentType)
  return body.length === 0 ? undefined : parseJson(body)
}

/**
 * Returns the fields of a query as an object. If a field occurs several times, uses its first value.
 *
 * @param isWanted - returns whether to include a field. Default: all fields.
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

/**
 * Decoder for JSON texts. It does not remove a byte order mark at the beginning of a text. WeCom refuses a JSON text
 * that begins with one, so the fake corp does too.
 */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const anyText = new TextDecoder('utf-8', { ignoreBOM: true })

/**
 * Largest number of levels in a JSON value. Real calls have fewer levels. Without this limit, recursive functions could
 * use too much memory.
 */
const maxDepth = 64

/** Parses a body as JSON. Returns the body as text if it is not JSON, is not UTF-8, or has too many levels. */
function parseJson(body: Uint8Array): unknown {
  try {
    const value: unknown = JSON.parse(utf8.decode(body))
    if (isNestedWithin(maxDepth, value)) return value
  } catch {
    // The body is not JSON, so the text is returned below.
  }
  return anyText.decode(body)
}

/** Checks whether a JSON value has at most `levels` levels. Does not read deeper levels. */
function isNestedWithin(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true
  return levels > 0 && Object.values(value).every((inner) => isNestedWithin(levels - 1, inner))
}
