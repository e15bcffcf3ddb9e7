import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { readNodeRequest } from './readNodeRequest.ts'

type FetchHandler = (request: Request) => Promise<Response> | Response

/** A listener for Node's HTTP servers, and a handler for Express, whose `next` is told of errors. */
export type NodeListener = (
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  next?: (error: unknown) => void,
) => void

/** Milliseconds for which a caller may go on sending a body that is not read. */
const patience = 30_000

/**
 * Turns a function from Request to Response, such as a callback handler or a proxy, into a listener for Node's HTTP
 * servers, for Express, Koa, Fastify and NestJS.
 *
 * Paths are taken literally: one that a URL would be tidied up from, such as `/a/../b`, is answered with 404 here
 * already. The path is the whole one, also below a prefix that a framework has taken off (`originalUrl`).
 *
 * It belongs before body parsers. Behind one, it takes `rawBody`, or a `body` of bytes or text. Where there is only a
 * parsed object, it tells `next` what to do; without a `next` it answers with 500 and logs that by `console.error`, once.
 *
 * @param handle - made by `createCallbackHandler` or `createProxy`, or any other.
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
    // A failure here is one of the connection, or of a handler that should not throw: the caller sees it break.
    answer(handle, request, incoming, outgoing).catch(() => outgoing.destroy())
  }
}

/** @param request - or the status to refuse it with. */
async function answer(
  handle: FetchHandler,
  request: Request | number,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  if (request instanceof Request) await writeResponse(await handle(request), request, incoming, outgoing)
  else await writeResponse(new Response(null, { status: request }), undefined, incoming, outgoing)
}

/** Sends a response. A caller who leaves in the middle of it ends the body, and with it the call behind. */
async function writeResponse(
  { body, headers, status }: Response,
  request: Request | undefined,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  // Kept open, the connection would go on taking in a body that is not read.
  const rest = incoming.complete ? [] : [['connection', 'close']]
  outgoing.writeHead(status, [...headers, ...rest].flat())
  if (request && !incoming.complete) {
    outgoing.flushHeaders()
    await dropRest(request)
  }
  if (body) await pipeline(body, outgoing)
  else outgoing.end()
}

/**
 * Takes in the rest of a body, and drops it. A connection that is closed with bytes unread is reset, and a caller who is
 * still sending loses the answer: browsers, and Node's `fetch`.
 */
async function dropRest({ body }: Request): Promise<void> {
  if (!body || body.locked) return
  const enough = new AbortController()
  const timer = setTimeout(() => enough.abort(), patience)
  try {
    await body.pipeTo(new WritableStream(), { preventCancel: true, signal: enough.signal })
  } catch {
    // The time is over, or the caller has left: there is nothing more to wait for.
  } finally {
    clearTimeout(timer)
  }
}
