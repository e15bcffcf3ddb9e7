import { parseForm } from './form.ts'

/** A request over HTTP, through `fetch`, or from a test. */
export interface IncomingCall {
  readonly method: string
  /** From `/cgi-bin/` on, without the query. */
  readonly path: string
  readonly query: URLSearchParams
  /** As it was sent; empty if there is none. */
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

/** Reads a body: the files of a form, the value of JSON, or any other text; undefined if it is empty. */
export function readBody({ body, contentType = '' }: IncomingCall): unknown {
  if (isForm(contentType)) return parseForm(body, contentType)
  return body.length === 0 ? undefined : parseJson(body)
}

/** The fields of a query, optionally filtered. If a field is given twice, the first one counts. */
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

/** Keeps a byte order mark, because WeCom refuses JSON that begins with one. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const anyText = new TextDecoder('utf-8', { ignoreBOM: true })

/** Levels of JSON: more than any call has, and few enough for recursion. */
const maxDepth = 64

/** The JSON value of a body, or its text if it is no JSON, no UTF-8, or nested too deep. */
function parseJson(body: Uint8Array): unknown {
  try {
    const value: unknown = JSON.parse(utf8.decode(body))
    if (isNestedWithin(maxDepth, value)) return value
  } catch {
    // No JSON: fall through to the text.
  }
  return anyText.decode(body)
}

/** Whether a JSON value has at most so many levels. Stops at that depth. */
function isNestedWithin(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true
  return levels > 0 && Object.values(value).every((inner) => isNestedWithin(levels - 1, inner))
}
