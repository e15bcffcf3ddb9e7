import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { FetchHandler } from '../ProxyOptions.ts'
import { readNodeRequest } from './readNodeRequest.ts'
import { writeNodeResponse } from './writeNodeResponse.ts'

/**
 * A proxy as what Node's HTTP servers call.
 *
 * Paths are taken literally: one that a URL would be tidied up from, such as `/a/../b`, is 404 here already.
 *
 * @param proxy - made by `createProxy`.
 *
 * @example
 * createServer(toNodeListener(proxy)).listen(8080, '127.0.0.1')
 */
export function toNodeListener(proxy: FetchHandler): RequestListener {
  return (incoming, outgoing) => {
    // What breaks here is the connection: there is nobody left to tell.
    serve(proxy, incoming, outgoing).catch(() => outgoing.destroy())
  }
}

async function serve(proxy: FetchHandler, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const left = new AbortController()
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) left.abort()
  })
  const request = readNodeRequest(incoming, left.signal)
  if (request instanceof Request) await writeNodeResponse(await proxy(request), request, incoming, outgoing)
  else await writeNodeResponse(new Response(null, { status: request }), undefined, incoming, outgoing)
}
