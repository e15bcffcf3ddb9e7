import ky, { type KyInstance } from 'ky'
import { toFetchInit } from './fetchTransport.ts'
import { fromFetch } from './fromFetch.ts'
import type { Fetch, Transport } from './Transport.ts'

export type { KyInstance }

/**
 * Sends over ky: for programs whose tracing, logging or headers are in hooks of ky.
 *
 * The hooks, headers and `fetch` of the instance take part. Its retries, timeouts and prefix do not, as they know the
 * HTTP method and not what a call does. Hooks see whole URLs, and with them the token.
 *
 * @param instance - default: ky as it is.
 * @returns the transport, for the option `transport` of `createClient`.
 *
 * @example
 * const traced = ky.extend({ hooks: { beforeRequest: [({ request }) => request.headers.set('traceparent', currentTrace())] } })
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

/** Ky hands over a `Request` of the platform, which the `fetch` of another package (undici's) takes for a URL. */
function takeApart(fetch: Fetch): Fetch {
  return async (input, init) => {
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
