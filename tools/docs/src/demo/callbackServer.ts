import type { CallbackHandler } from '@wecom/callback'
import { toNodeListener } from '@wecom/proxy/node'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** An HTTP server with a callback URL on this machine. */
export interface CallbackServer {
  readonly url: string
  close(): void
}

/** Starts a server that passes each request to the handler, as the README of `@wecom/callback` shows for Node.js. */
export async function startCallbackServer(handle: CallbackHandler): Promise<CallbackServer> {
  const server = createServer(toNodeListener(handle)).listen(0, '127.0.0.1')
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
