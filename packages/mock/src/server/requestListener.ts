import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { isLoopback } from '../callbacks/settings.ts'
import type { FakeCorp } from '../createFakeCorp.ts'
import type { Reply } from '../wire/reply.ts'
import { answerControl, controlPrefix } from './control.ts'

interface ListeningFor {
  readonly host: string
  readonly allowRemote: boolean
}

// Room for an uploaded file of 20 MB, or for the state of a corp with several thousand customers.
const maxBody = 24 * 1024 * 1024

export function createRequestListener(corp: FakeCorp, listening: ListeningFor): RequestListener {
  // Without the `Request` and `Response` classes of Node.js, because they would halve the speed.
  return (request, response) => {
    readBody(request, (body) => void answerRequest(corp, listening, request, body, response))
  }
}

async function answerRequest(
  corp: FakeCorp,
  listening: ListeningFor,
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
    if (path.startsWith(controlPrefix)) {
      const refusalReason = findRefusalReason(request, listening)
      const { allowRemote } = listening
      sendLater(
        response,
        await answerControl(corp, { method, path, query, body: body.toString(), refusalReason, allowRemote }),
      )
      return
    }
    const { 'content-type': contentType, range } = request.headers
    sendLater(response, corp.handle({ method, path, query, body, contentType, range, ip: addressOf(request) }))
  } catch (error) {
    // The error is a bug of this package. Only the operator sees its details.
    process.stderr.write(
      `wecom-mock: ${method} ${path} failed: ${error instanceof Error ? error.stack : String(error)}\n`,
    )
    response.writeHead(500).end()
  }
}

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
  // Nothing to answer, because the caller has disconnected.
  response.once('close', () => {
    clearTimeout(timer)
    whenSent?.()
  })
}

function send(response: ServerResponse, reply: Reply): void {
  if (reply.kind === 'reset') {
    // Uses the socket of the request, because a response that waits behind others on its connection has no socket yet.
    response.req.socket.resetAndDestroy()
    return
  }
  const { status, headers, body } = reply
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body)
}

function addressOf({ socket }: IncomingMessage): string {
  // IPv6 sockets put `::ffff:` before IPv4 addresses.
  return socket.remoteAddress?.replace('::ffff:', '') ?? ''
}

/**
 * Returns a reason to refuse a request that a foreign web page sent. A browser sends such requests without asking the
 * user. Without this check, any page open in a browser on this machine could move the clock or read the corp's secret.
 */
function findRefusalReason({ headers, socket }: IncomingMessage, { host }: ListeningFor): string | undefined {
  const own = [host.toLowerCase(), socket.localAddress?.replace('::ffff:', '')]
  const isOwn = (name: string | undefined): boolean => name !== undefined && (isLoopback(name) || own.includes(name))
  if (!isOwn(hostnameOf(`http://${headers.host ?? ''}`))) {
    return `Host ${headers.host ?? ''} is not an address of this server; use the URL that wecom-mock printed, or start it with --host`
  }
  const { origin, 'sec-fetch-site': site } = headers
  if (origin !== undefined && !isOwn(hostnameOf(origin))) return `pages of ${origin} must not control this server`
  return site === 'cross-site' ? 'pages of other sites must not control this server' : undefined
}

function hostnameOf(url: string): string | undefined {
  // `URL` puts an IPv6 address in brackets.
  return URL.parse(url)?.hostname.replace(/^\[|\]$/g, '')
}
