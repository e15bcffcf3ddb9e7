import type { CallbackHandler } from '@wecom/callback'
import { once } from 'node:events'
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'

/** A callback URL on this machine. */
export interface CallbackServer {
  readonly url: string
  close(): void
}

/** Puts a handler behind a URL, as the README of `@wecom/callback` shows it for Node. */
export async function startCallbackServer(handle: CallbackHandler): Promise<CallbackServer> {
  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const isPost = incoming.method === 'POST'
    const body = isPost ? (Readable.toWeb(incoming) as ReadableStream) : null
    const init = { method: isPost ? 'POST' : 'GET', body, duplex: 'half' }
    const response = await handle(new Request(`http://localhost${incoming.url ?? '/'}`, init))
    outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(await response.text())
  }
  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  // An address of a server on a port is an object; only pipes have a string.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/wecom/callback`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
