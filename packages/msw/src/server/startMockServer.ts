import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { allServed } from '../allServed.ts'
import type { CallbackSettings } from '../callbacks/CallbackSettings.ts'
import { InputError } from '../InputError.ts'
import { isLoopback } from '../isLoopback.ts'
import { createRoutes } from '../serve/routes.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { createRequestListener } from './requestListener.ts'

/** Milliseconds between two looks at a clock that runs. */
const tick = 200

/** Where a tenant is served. */
export interface MockServerOptions {
  readonly tenant: Tenant
  /** Default 0: a free one. */
  readonly port?: number | undefined
  /** Default `127.0.0.1`. */
  readonly host?: string | undefined
  /**
   * Listen on addresses that other machines can reach, too, and deliver to callback URLs there. Whoever reaches the server
   * can do everything with it.
   */
  readonly allowRemote?: boolean | undefined
  /** Where events are delivered to, as long as the server runs; the URL is verified first. */
  readonly callback?: CallbackSettings | undefined
}

/** A server that runs. */
export interface MockServer {
  /** Without a slash at the end: the `baseUrl` of a client. */
  readonly url: string
  /** Stops it, open connections included. */
  close(): Promise<void>
}

/**
 * Serves a tenant over HTTP, for programs in any language. Paths under `/__tenant/` control it;
 * one that does not exist is answered with a list of those that do.
 *
 * @param options - {@link MockServerOptions}
 * @throws {InputError} the host or the callback URL is not of this machine alone, and `allowRemote` is not set.
 * @throws {CallbackUrlError} the callback URL does not pass its verification.
 *
 * @example
 * const server = await startMockServer({ tenant: createTenant() })
 * const client = createClient({ baseUrl: server.url, token: corpToken({ corpId, secret }) })
 */
export async function startMockServer(options: MockServerOptions): Promise<MockServer> {
  const { tenant, port = 0, host = '127.0.0.1', allowRemote = false, callback } = options
  if (!allowRemote && !isLoopback(host)) {
    throw new InputError(
      'host',
      `host ${host} can be reached from other machines; allow that with allowRemote, or use 127.0.0.1`,
    )
  }
  if (callback) await tenant.callbacks.connect({ allowRemote, ...callback })
  const server = createServer(createRequestListener(tenant, createRoutes(allServed)))
  await listen(server, port, host)
  // What falls due while nobody calls is told to callback URLs all the same.
  const ticking = setInterval(() => tenant.clock.catchUp(), tick)
  // An address of a server on a port is an object; only pipes have a string.
  const { port: chosen } = server.address() as AddressInfo
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${chosen}`,
    close: () => {
      clearInterval(ticking)
      if (callback) tenant.callbacks.disconnect()
      return close(server)
    },
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
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
