import { parseForm } from './form.ts'

/** A request to the fake corp: over HTTP, through `fetch`, or directly from a test. */
export interface IncomingCall {
  readonly method: string
  /** Path of the request. It begins with `/cgi-bin/` and does not contain the query. */
  readonly path: string
  readonly query: URLSearchParams
  /** Body of the request as bytes. Empty if the request has no body. */
  readonly body: Uint8Array
  /** Value of the header Content-Type. Needed only if the body is a form with files. */
  readonly contentType?: string | undefined
  /** Value of the header Range. A caller sends it to get only a part of a file. */
  readonly range?: string | undefined
  /** IP address of the caller. */
  readonly ip: string
}

export function isForm(contentType: string | undefined): boolean {
  return contentType?.toLowerCase().startsWith('multipart/form-data') ?? false
}

export function readBody({ body, contentType = '' }: IncomingCall): unknown {
  if (isForm(contentType)) return parseForm(body, contentType)
  return body.length === 0 ? undefined : parseJson(body)
}

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

// Keeps a byte order mark at the beginning of a text, because WeCom refuses JSON that begins with one.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const anyText = new TextDecoder('utf-8', { ignoreBOM: true })

// Levels in a JSON value. Real calls have fewer. Without this limit, recursive functions could use too much memory.
const maxDepth = 64

function parseJson(body: Uint8Array): unknown {
  try {
    const value: unknown = JSON.parse(utf8.decode(body))
    if (isNestedWithin(maxDepth, value)) return value
  } catch {
    // The body is not JSON, so the text is returned below.
  }
  return anyText.decode(body)
}

function isNestedWithin(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true
  return levels > 0 && Object.values(value).every((inner) => isNestedWithin(levels - 1, inner))
}
