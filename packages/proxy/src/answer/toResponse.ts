import type { AnyEndpoint, Download } from '@wecom/core'
import { safeHeaders } from './headers.ts'
import { maskSecrets } from './maskSecrets.ts'

/** Headers that describe a file. The proxy passes on no others. */
const fileHeaders: readonly string[] = [
  'accept-ranges',
  'content-disposition',
  'content-length',
  'content-range',
  'content-type',
  'etag',
  'last-modified',
]

/** Makes the answer for the result of a call, in WeCom's form. */
export function toResponse({ download }: AnyEndpoint, result: object): Response {
  return download ? fileResponse(result as Download) : jsonResponse({ errcode: 0, errmsg: 'ok', ...result })
}

/** Makes a JSON answer in WeCom's form. */
export function jsonResponse(value: { readonly errcode: number; readonly errmsg: string }): Response {
  const headers = { ...safeHeaders, 'content-type': 'application/json; charset=UTF-8' }
  return new Response(maskSecrets(value), { headers })
}

/** Streams a file, without holding it in memory. */
function fileResponse({ status, headers: sent, body }: Download): Response {
  const headers = new Headers(safeHeaders)
  for (const name of fileHeaders) {
    const value = sent.get(name)
    if (value !== null) headers.set(name, value)
  }
  // `fetch` has decompressed the body, so the length is wrong.
  if (sent.has('content-encoding')) headers.delete('content-length')
  headers.set('content-disposition', toAttachment(sent.get('content-disposition') ?? ''))
  return new Response(body, { status: status === 206 ? 206 : 200, headers })
}

/**
 * Makes every file an attachment: one that a customer sent must not become a page of the proxy's origin, and its JSON
 * must not count as an errcode. WeCom also sends `inline`, a file name without a type, or nothing.
 */
function toAttachment(disposition: string): string {
  const parameters = disposition.replace(/^[^\s;="]*\s*(?:;|$)/, '').trim()
  return parameters ? `attachment; ${parameters}` : 'attachment'
}
