import type { AnyEndpoint, Download } from '@wecom/core'
import { safeHeaders } from './headers.ts'
import { maskSecrets } from './maskSecrets.ts'

// The proxy sends no other header of WeCom to the caller.
const fileHeaders: readonly string[] = [
  'accept-ranges',
  'content-disposition',
  'content-length',
  'content-range',
  'content-type',
  'etag',
  'last-modified',
]

export function toResponse({ download }: AnyEndpoint, result: object): Response {
  return download ? fileResponse(result as Download) : jsonResponse({ errcode: 0, errmsg: 'ok', ...result })
}

export function jsonResponse(value: { readonly errcode: number; readonly errmsg: string }): Response {
  const headers = { ...safeHeaders, 'content-type': 'application/json; charset=UTF-8' }
  return new Response(maskSecrets(value), { headers })
}

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

function toAttachment(disposition: string): string {
  // With `attachment`, browsers save the file. If they showed it, a file from a customer could run as a page of the
  // proxy's origin. The client of this SDK also needs the header: it shows that JSON in the file is not an error of
  // WeCom.
  // WeCom's header may say `inline`, contain only a file name, or be empty.
  const parameters = disposition.replace(/^[^\s;="]*\s*(?:;|$)/, '').trim()
  return parameters ? `attachment; ${parameters}` : 'attachment'
}
