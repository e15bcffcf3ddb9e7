import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { readNodeRequest } from './readNodeRequest.ts'

type FetchHandler = (request: Request) => Promise<Response> | Response

/**
 * Listener for Node's HTTP servers. It is also a handler for Express. Express passes the function `next`. The listener
 * reports errors to Express by calling `next`.
 */
export type NodeListener = (
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  next?: (error: unknown) => void,
) => void

// How long the listener waits for the rest of a request body that the handler did not read, in milliseconds.
const patience = 30_000

/**
 * Converts a handler to a listener for Node's HTTP servers, Express, Koa, Fastify and NestJS. A handler is a function
 * from Request to Response, e.g. a callback handler or a proxy.
 *
 * The listener answers with 404 to paths such as `/a/../b`, because the handler would receive another path (`/b`). The
 * handler receives the whole path (`originalUrl`), even if a framework removed a prefix.
 *
 * Put the listener before body parsers. After a body parser, the listener needs the original body in the property
 * `rawBody` or `body`, as bytes or text. If the body parser kept only a parsed object, the listener calls `next` with
 * an error whose message says how to keep the original body. If there is no `next`, the listener answers every such
 * request with 500, and writes only the first error to `console.error`.
 *
 * @param handle - the handler, from `createCallbackHandler` or `createProxy`, or a function of your own.
 *
 * @example
 * createServer(toNodeListener(handle)).listen(8080, '127.0.0.1')
 */
export function toNodeListener(handle: FetchHandler): NodeListener {
  let isLogged = false
  return (incoming, outgoing, next) => {
    const left = new AbortController()
    outgoing.once('close', () => {
      if (!outgoing.writableFinished) left.abort()
    })
    let request: Request | number
    try {
      request = readNodeRequest(incoming, left.signal)
    } catch (error) {
      if (next) return next(error)
      if (!isLogged) console.error(error)
      isLogged = true
      request = 500
    }
    // The connection failed, or the handler threw, which it should not: close the connection.
    answer(handle, request, incoming, outgoing).catch(() => outgoing.destroy())
  }
}

async function answer(
  handle: FetchHandler,
  request: Request | number,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  if (request instanceof Request) await writeResponse(await handle(request), request, incoming, outgoing)
  else await writeResponse(new Response(null, { status: request }), undefined, incoming, outgoing)
}

async function writeResponse(
  { body, headers, status }: Response,
  request: Request | undefined,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  // If it stayed open, the connection would go on receiving a body that nobody reads.
  const rest = incoming.complete ? [] : [['connection', 'close']]
  outgoing.writeHead(status, [...headers, ...rest].flat())
  if (request && !incoming.complete) {
    outgoing.flushHeaders()
    await dropRest(request)
  }
  // If the caller disconnects, `pipeline` cancels the body. In a proxy, this also ends the request to WeCom.
  if (body) await pipeline(body, outgoing)
  else outgoing.end()
}

/**
 * Reads the rest of a request body and ignores it. If the server closed a connection with unread bytes, the operating
 * system would reset the connection. Senders such as browsers and Node's `fetch` would then lose the answer.
 */
async function dropRest({ body }: Request): Promise<void> {
  if (!body || body.locked) return
  const enough = new AbortController()
  const timer = setTimeout(() => enough.abort(), patience)
  try {
    await body.pipeTo(new WritableStream(), { preventCancel: true, signal: enough.signal })
  } catch {
    // The time is up, or the caller disconnected: stop waiting.
  } finally {
    clearTimeout(timer)
  }
}
