import type { AnyEndpoint, Download } from '@wecom/core'
import { safeHeaders } from './headers.ts'
import { maskSecrets } from './maskSecrets.ts'

/** What a download says of its file. Everything else that came with it stays here. */
const fileHeaders: readonly string[] = [
  'accept-ranges',
  'content-disposition',
  'content-length',
  'content-range',
  'content-type',
  'etag',
  'last-modified',
]

/** The result of a call, as WeCom would have sent it. */
export function toResponse({ download }: AnyEndpoint, result: object): Response {
  return download ? fileResponse(result as Download) : jsonResponse({ errcode: 0, errmsg: 'ok', ...result })
}

/** An object in WeCom's form. */
export function jsonResponse(value: { readonly errcode: number; readonly errmsg: string }): Response {
  const headers = { ...safeHeaders, 'content-type': 'application/json; charset=UTF-8' }
  return new Response(maskSecrets(value), { headers })
}

/** The file as it comes, not held in memory. */
function fileResponse({ status, headers: sent, body }: Download): Response {
  const headers = new Headers(safeHeaders)
  for (const name of fileHeaders) {
    const value = sent.get(name)
    if (value !== null) headers.set(name, value)
  }
  // `fetch` has unpacked the body: the length is that of the packed one.
  if (sent.has('content-encoding')) headers.delete('content-length')
  headers.set('content-disposition', toAttachment(sent.get('content-disposition') ?? ''))
  return new Response(body, { status: status === 206 ? 206 : 200, headers })
}

/**
 * What is said of a file, as that of an attachment: one that a customer sent must not become a page of the proxy's
 * origin, nor its JSON an errcode. WeCom also sends `inline`, a file name without a type, and nothing at all.
 */
function toAttachment(disposition: string): string {
  const parameters = disposition.replace(/^[^\s;="]*\s*(?:;|$)/, '').trim()
  return parameters ? `attachment; ${parameters}` : 'attachment'
}
