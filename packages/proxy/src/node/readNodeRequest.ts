import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'

/** A name or an address, and perhaps a port. What else stands in `Host` would become part of the path. */
const host = /^(\[[\da-f:.]+\]|[\w.-]+)(:\d{1,5})?$/i
/** Those of which no Request can be made. */
const forbiddenMethods: readonly (string | undefined)[] = ['CONNECT', 'TRACE', 'TRACK']

/** The request as the web knows it, or the status to refuse it with. */
export function readNodeRequest(incoming: IncomingMessage, signal: AbortSignal): Request | number {
  const { headers, method = 'GET', url = '' } = incoming
  if (forbiddenMethods.includes(method)) return 405
  if (!host.test(headers.host ?? '')) return 400
  const path = url.split('?', 1)[0] ?? ''
  const address = `${'encrypted' in incoming.socket ? 'https' : 'http'}://${headers.host}${url}`
  if (!URL.canParse(address) || new URL(address).pathname !== path) return 404

  const hasBody = method !== 'GET' && method !== 'HEAD'
  return new Request(address, {
    method,
    headers: readHeaders(incoming),
    signal,
    ...(hasBody ? { body: Readable.toWeb(incoming) as ReadableStream<Uint8Array>, duplex: 'half' } : {}),
  })
}

/** All that came: a header that came twice is told by its two values, and refused where that matters. */
function readHeaders({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers()
  for (let index = 0; index < rawHeaders.length; index += 2) {
    headers.append(rawHeaders[index] ?? '', rawHeaders[index + 1] ?? '')
  }
  return headers
}
