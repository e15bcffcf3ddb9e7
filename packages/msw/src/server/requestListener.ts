import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { answerCall } from '../serve/answerCall.ts'
import type { Reply } from '../serve/Reply.ts'
import type { Routes } from '../serve/routes.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { answerControl, controlPrefix } from './control/answerControl.ts'
import { createBatch } from './createBatch.ts'

/** Bytes. More than any call of the API needs, which is 20 MB for a file; a seed of some thousand customers fits. */
const maxBody = 24 * 1024 * 1024

/** What a server does with each request. No Request and Response objects: they would take half its speed. */
export function createRequestListener(tenant: Tenant, routes: Routes): RequestListener {
  tenant.endpoints.learn([...routes.values()].map(({ endpoint }) => endpoint))
  const inBatch = createBatch()
  return (request, response) => {
    readBody(request, (body) => inBatch(() => void answerRequest(tenant, routes, request, body, response)))
  }
}

async function answerRequest(
  tenant: Tenant,
  routes: Routes,
  request: IncomingMessage,
  body: Buffer | undefined,
  response: ServerResponse,
): Promise<void> {
  if (body === undefined) {
    response.writeHead(413, { connection: 'close' }).end()
    return
  }
  const { method = 'GET', url = '/' } = request
  const mark = url.indexOf('?')
  const path = mark === -1 ? url : url.slice(0, mark)
  const query = new URLSearchParams(mark === -1 ? '' : url.slice(mark))
  try {
    const { 'content-type': contentType, range } = request.headers
    const reply = path.startsWith(controlPrefix)
      ? await answerControl(tenant, { method, path, query, body: body.toString() })
      : answerCall(tenant, routes, { method, path, query, body, contentType, range, ip: addressOf(request) })
    sendLater(response, reply)
  } catch (error) {
    // A defect of this package: whoever runs the server has to see it, the caller must not.
    process.stderr.write(
      `wecom-mock: ${method} ${path} failed: ${error instanceof Error ? error.stack : String(error)}\n`,
    )
    response.writeHead(500).end()
  }
}

/** Hands over the whole body; undefined if it is too long. */
function readBody(request: IncomingMessage, done: (body: Buffer | undefined) => void): void {
  const chunks: Buffer[] = []
  let length = 0
  request.on('data', (chunk: Buffer) => {
    length += chunk.length
    if (length <= maxBody) chunks.push(chunk)
  })
  request.on('end', () => done(length > maxBody ? undefined : Buffer.concat(chunks)))
}

function sendLater(response: ServerResponse, reply: Reply): void {
  const { delayMs, whenSent } = reply
  if (delayMs === 0) {
    send(response, reply)
    whenSent?.()
    return
  }
  const timer = setTimeout(() => {
    send(response, reply)
    whenSent?.()
  }, delayMs)
  // Nobody waits any more.
  response.once('close', () => {
    clearTimeout(timer)
    whenSent?.()
  })
}

function send(response: ServerResponse, reply: Reply): void {
  if (reply.kind === 'reset') {
    // That of the request: a response that stands behind others of its connection has none yet.
    response.req.socket.resetAndDestroy()
    return
  }
  const { status, headers, body } = reply
  const length = body.reduce((sum, part) => sum + Buffer.byteLength(part), 0)
  response.writeHead(status, { ...headers, 'content-length': length })
  for (const part of body.slice(0, -1)) response.write(part)
  response.end(body.at(-1))
}

/** IPv4 addresses without the form that IPv6 sockets give them. */
function addressOf({ socket }: IncomingMessage): string {
  return socket.remoteAddress?.replace('::ffff:', '') ?? ''
}
