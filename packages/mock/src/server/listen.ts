import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { InputError } from '../base/input.ts'
import { type CallbackSettings, isLoopback } from '../callbacks/settings.ts'
import type { FakeCorp } from '../createFakeCorp.ts'
import { createRequestListener } from './requestListener.ts'

// How often the server moves a running clock, in milliseconds.
const tick = 200

/** Options of `listen`. Without them, the server uses a free port, and only this machine can reach it. */
export interface ListenOptions {
  /** Port on which the server listens. Default 0: the operating system chooses a free port. */
  readonly port?: number | undefined
  /** Host name or address on which the server listens. Default `127.0.0.1`. */
  readonly host?: string | undefined
  /**
   * Whether other machines can reach the server, and whether the server can deliver events to other machines. Every
   * caller that can reach the server can read and change everything in the corp. Default false.
   */
  readonly allowRemote?: boolean | undefined
  /** Callback URL that receives the events while the server runs. The server verifies the URL before it starts. */
  readonly callback?: CallbackSettings | undefined
}

/** A mock server. It runs until `close` is called. */
export interface MockServer {
  /** URL of the server, without a slash at the end. Pass it to a client as `baseUrl`. */
  readonly url: string
  /** Stops the server, and closes all open connections. */
  close(): Promise<void>
}

/**
 * Serves a fake corp over HTTP, for programs in any language. Requests to paths under `/__corp/` control the fake corp.
 * If such a path does not exist, the answer lists the existing paths.
 *
 * @param options - {@link ListenOptions}
 * @throws {InputError} `allowRemote` is false, but other machines can reach `host`, or the callback URL is on another
 *   machine.
 * @throws {CallbackUrlError} the callback URL does not pass its verification.
 *
 * @example
 * const server = await listen(corp, { port: 8090 })
 * const client = createClient({ baseUrl: server.url, token: corp.token })
 */
export async function listen(corp: FakeCorp, options: ListenOptions = {}): Promise<MockServer> {
  const { port = 0, host = '127.0.0.1', allowRemote = false, callback } = options
  if (!allowRemote && !isLoopback(host)) {
    throw new InputError(
      'host',
      `host ${host} can be reached from other machines; allow that with allowRemote, or use 127.0.0.1`,
    )
  }
  if (callback) await corp.callbacks.connect({ allowRemote, ...callback })
  const server = createServer(createRequestListener(corp, { host, allowRemote }))
  await start(server, port, host)
  // Moves the clock also between calls, so that events are delivered on time.
  const ticking = setInterval(() => corp.clock.catchUp(), tick)
  // The cast is safe, because the address is a string for pipes only.
  const { port: chosen } = server.address() as AddressInfo
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${chosen}`,
    close: () => {
      clearInterval(ticking)
      if (callback) corp.callbacks.disconnect()
      return close(server)
    },
  }
}

function start(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
