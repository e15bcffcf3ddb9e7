import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { InputError } from '../base/input.ts'
import { type CallbackSettings, isLoopback } from '../callbacks/settings.ts'
import type { FakeCorp } from '../createFakeCorp.ts'
import { createRequestListener } from './requestListener.ts'

/** Milliseconds between two steps of a running clock. */
const tick = 200

/** Options of `listen`. */
export interface ListenOptions {
  /** Default 0: a free one. */
  readonly port?: number | undefined
  /** Default `127.0.0.1`. */
  readonly host?: string | undefined
  /**
   * Allows addresses that other machines can reach, and callback URLs there. Every caller that reaches the server has full
   * control of the corp.
   */
  readonly allowRemote?: boolean | undefined
  /** Where events are delivered while the server runs. The URL is verified first. */
  readonly callback?: CallbackSettings | undefined
}

/** A running mock server. */
export interface MockServer {
  /** Without a slash at the end: the `baseUrl` of a client. */
  readonly url: string
  /** Stops it, open connections included. */
  close(): Promise<void>
}

/**
 * Serves a corp over HTTP, for programs in any language. Paths under `/__corp/` control it;
 * one that does not exist is answered with a list of those that do.
 *
 * @param options - {@link ListenOptions}
 * @throws {InputError} other machines can reach the host or the callback URL, and `allowRemote` is not set.
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
  // Delivers events that fall due between calls.
  const ticking = setInterval(() => corp.clock.catchUp(), tick)
  // The address is a string for pipes only.
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
