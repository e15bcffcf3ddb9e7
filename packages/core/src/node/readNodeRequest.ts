import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'

interface Extras {
  // The URL before a web framework removed a prefix from the path.
  readonly originalUrl?: unknown
  readonly rawBody?: unknown
  readonly body?: unknown
}

// A name or an IP, with an optional port. Other characters would change the path of the URL.
const host = /^(\[[\da-f:.]+\]|[\w.-]+)(:\d{1,5})?$/i
// The global class `Request` does not accept these methods.
const forbiddenMethods: readonly (string | undefined)[] = ['CONNECT', 'TRACE', 'TRACK']

/**
 * Converts a request of Node's HTTP server to a web `Request`. If the method, the host or the path of the request is
 * not valid, returns the HTTP status with which to refuse the request: 405, 400 or 404.
 */
export function readNodeRequest(incoming: IncomingMessage & Extras, signal: AbortSignal): Request | number {
  const { headers, method = 'GET', originalUrl } = incoming
  const url = typeof originalUrl === 'string' ? originalUrl : (incoming.url ?? '')
  if (forbiddenMethods.includes(method)) return 405
  if (!host.test(headers.host ?? '')) return 400
  const path = url.split('?', 1)[0] ?? ''
  const address = `${'encrypted' in incoming.socket ? 'https' : 'http'}://${headers.host}${url}`
  if (!URL.canParse(address) || new URL(address).pathname !== path) return 404

  const hasBody = method !== 'GET' && method !== 'HEAD'
  return new Request(address, {
    method,
    signal,
    ...(hasBody ? readBody(incoming) : { headers: readHeaders(incoming) }),
  })
}

function readHeaders({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers()
  for (let index = 0; index < rawHeaders.length; index += 2) {
    // Repeated headers stay, because the handler decides whether to accept them.
    headers.append(rawHeaders[index] ?? '', rawHeaders[index + 1] ?? '')
  }
  return headers
}

function readBody(incoming: IncomingMessage & Extras): RequestInit & { readonly duplex?: 'half' } {
  const headers = readHeaders(incoming)
  const left = [incoming.rawBody, incoming.body].find(isRaw)
  if (left !== undefined) {
    // They describe the incoming bytes, which the parser has decoded.
    for (const name of ['content-encoding', 'content-length', 'transfer-encoding']) headers.delete(name)
    return { headers, body: left }
  }
  if (incoming.readableDidRead) {
    throw new TypeError(
      'A body parser has replaced the bytes of the request body by an object. The exact bytes are needed. ' +
        'Put toNodeListener before the body parser, or let the parser keep the bytes in rawBody, e.g. ' +
        'express.json({ verify: (request, _response, bytes) => Object.assign(request, { rawBody: bytes }) })',
    )
  }
  return { headers, body: Readable.toWeb(incoming) as ReadableStream<Uint8Array>, duplex: 'half' }
}

function isRaw(body: unknown): body is string | Uint8Array<ArrayBuffer> {
  return typeof body === 'string' || body instanceof Uint8Array
}
