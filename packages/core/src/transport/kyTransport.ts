import ky, { type KyInstance } from 'ky'
import { toFetchInit } from './fetchTransport.ts'
import { fromFetch } from './fromFetch.ts'
import type { Fetch, Transport } from './Transport.ts'

export type { KyInstance }

/**
 * Creates a transport that sends requests with ky. Use it if your program uses ky hooks for tracing, logging or
 * headers.
 *
 * The transport uses the hooks, headers and `fetch` of `instance`. It turns off ky's retries, timeouts and URL prefix,
 * because the client itself repeats calls, limits their time and adds the base URL. Hooks receive whole URLs, which
 * contain the token.
 *
 * @param instance - a ky instance with your hooks, e.g. from `ky.extend`. Default: `ky` itself, without hooks.
 * @returns the transport, for the option `transport` of `createClient`.
 *
 * @example
 * const traced = ky.extend({ hooks: { beforeRequest: [({ request }) => request.headers.set('x-trace', 'a1b2')] } })
 * const client = createClient({ token, transport: kyTransport(traced) })
 */
export function kyTransport(instance: KyInstance = ky): Transport {
  const own = instance.extend(({ fetch }) => (fetch ? { fetch: takeApart(fetch) } : {}))
  return {
    send: async (request) =>
      fromFetch(
        await own(request.url, {
          ...toFetchInit(request),
          prefix: '',
          retry: 0,
          timeout: false,
          totalTimeout: false,
          throwHttpErrors: false,
        }),
      ),
  }
}

function takeApart(fetch: Fetch): Fetch {
  return async (input, init) => {
    // Ky passes a `Request`, which the `fetch` of the undici package would read as a URL.
    const request = new Request(input, init)
    return fetch(request.url, {
      method: request.method,
      headers: [...request.headers],
      redirect: request.redirect,
      signal: request.signal,
      ...(request.body ? { body: await request.arrayBuffer() } : {}),
    })
  }
}
