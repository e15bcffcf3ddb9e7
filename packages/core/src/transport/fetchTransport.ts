import { fromFetch } from './fromFetch.ts'
import type { Fetch, Transport, TransportRequest } from './Transport.ts'

export function fetchTransport(fetch?: Fetch): Transport {
  return {
    // Reads the global `fetch` for each request, so a later replacement, e.g. a mock, takes effect.
    send: async (request) => fromFetch(await (fetch ?? globalThis.fetch)(request.url, toFetchInit(request))),
  }
}

export function toFetchInit({ method, headers, body, once, stopped }: TransportRequest): RequestInit {
  const controller = new AbortController()
  void stopped.then((reason) => controller.abort(reason))
  return {
    method,
    headers,
    // Following a redirect would send the token elsewhere and could turn a POST into a GET.
    redirect: 'manual',
    signal: controller.signal,
    // Deno's `fetch` sends a text body again by itself if the connection closes before the answer, even for a POST; it
    // does not do so for a Blob.
    body: once && typeof body === 'string' && 'Deno' in globalThis ? new Blob([body]) : (body ?? null),
  }
}
