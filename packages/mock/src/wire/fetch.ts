import type { Fetch } from '@wecom/core'
import type { Reply } from './reply.ts'
import type { IncomingCall } from './request.ts'

// All callers that use `fetch` have this address.
const ip = '127.0.0.1'
const prefix = '/cgi-bin/'

/**
 * Creates a `fetch` that passes requests to the fake corp without a network. It ignores the host, and the part of the
 * path before `/cgi-bin/`. It rejects in the same cases as the `fetch` of Node.js:
 * - with a `TypeError` if the connection breaks
 * - with the `reason` of the caller's `AbortSignal` if the caller aborts the request
 */
export function createFetch(answer: (call: IncomingCall) => Reply): Fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    const { pathname, searchParams } = new URL(request.url)
    const body = new Uint8Array(await request.arrayBuffer())
    request.signal.throwIfAborted()
    const reply = answer({
      method: request.method,
      path: pathname.slice(Math.max(0, pathname.indexOf(prefix))),
      query: searchParams,
      body,
      contentType: request.headers.get('content-type') ?? undefined,
      range: request.headers.get('range') ?? undefined,
      ip,
    })
    try {
      await wait(reply.delayMs, request.signal)
    } finally {
      reply.whenSent?.()
    }
    if (reply.kind === 'reset') throw new TypeError('fetch failed')
    const { status, headers } = reply
    return new Response(reply.body.length > 0 ? reply.body : null, { status, headers })
  }
}

async function wait(delayMs: number, signal: AbortSignal): Promise<void> {
  if (delayMs === 0) return
  await new Promise<void>((resolve, reject) => {
    const abort = (): void => {
      clearTimeout(timer)
      // The platform's `fetch` rejects with this same reason.
      reject(signal.reason as Error)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', abort)
      resolve()
    }, delayMs)
    signal.addEventListener('abort', abort, { once: true })
  })
}
