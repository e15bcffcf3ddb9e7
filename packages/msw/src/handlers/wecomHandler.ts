import { type HttpHandler, HttpResponse, http } from 'msw/http'
import { answerCall } from '../serve/answerCall.ts'
import { joinParts } from '../serve/Body.ts'
import type { Reply } from '../serve/Reply.ts'
import type { Routes } from '../serve/routes.ts'
import type { Tenant } from '../tenant/Tenant.ts'

/** What MSW gives no address for: the caller is this machine. */
const ip = '127.0.0.1'
const prefix = '/cgi-bin/'

export interface WecomHandlerOptions {
  /** Whether paths that nothing is served on get WeCom's 404, or are left to the handlers behind this one. */
  readonly unknownPaths: 'not-found' | 'pass'
}

/**
 * One handler for all endpoints, whatever the host and the path in front of `/cgi-bin/`: MSW tries its handlers one by one,
 * which would take longer for each endpoint that is served.
 */
export function wecomHandler(tenant: Tenant, routes: Routes, { unknownPaths }: WecomHandlerOptions): HttpHandler {
  tenant.endpoints.learn([...routes.values()].map(({ endpoint }) => endpoint))
  return http.all(`*${prefix}*`, async ({ request }) => {
    const { pathname, searchParams } = new URL(request.url)
    const path = pathname.slice(pathname.indexOf(prefix))
    if (unknownPaths === 'pass' && !routes.has(path)) return undefined
    const reply = answerCall(tenant, routes, {
      method: request.method,
      path,
      query: searchParams,
      body: new Uint8Array(await request.arrayBuffer()),
      contentType: request.headers.get('content-type') ?? undefined,
      range: request.headers.get('range') ?? undefined,
      ip,
    })
    if (reply.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, reply.delayMs))
    reply.whenSent?.()
    return toResponse(reply)
  })
}

function toResponse(reply: Reply): Response {
  if (reply.kind === 'reset') return HttpResponse.error()
  const { status, headers, body } = reply
  return new Response(body.length > 0 ? joinParts(body) : null, { status, headers })
}
