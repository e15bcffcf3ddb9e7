import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { dropRest } from './dropRest.ts'

/**
 * Sends a response. A caller who leaves in the middle of it ends the body, and with it the call behind.
 *
 * @param request - made of what comes in; undefined where none could be made.
 */
export async function writeNodeResponse(
  { body, headers, status }: Response,
  request: Request | undefined,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  // What was not read is not wanted: kept open, the connection would go on taking it in.
  const rest = incoming.complete ? [] : [['connection', 'close']]
  outgoing.writeHead(status, [...headers, ...rest].flat())
  if (request && !incoming.complete) {
    outgoing.flushHeaders()
    await dropRest(request)
  }
  if (body) await pipeline(body, outgoing)
  else outgoing.end()
}
