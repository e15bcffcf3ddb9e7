import { fromFetch } from './fromFetch.ts'
import type { Fetch, Transport, TransportRequest } from './Transport.ts'

/** Sends over the platform's `fetch`, looked up for each request so that a later replacement (a mock) takes effect. */
export function fetchTransport(fetch?: Fetch): Transport {
  return {
    send: async (request) => fromFetch(await (fetch ?? globalThis.fetch)(request.url, toFetchInit(request))),
  }
}

/** The request as `fetch` takes it. */
export function toFetchInit({ method, headers, body, once, stopped }: TransportRequest): RequestInit {
  const controller = new AbortController()
  void stopped.then((reason) => controller.abort(reason))
  return {
    method,
    headers,
    // Followed, a redirect would take the token elsewhere and could turn a POST into a GET.
    redirect: 'manual',
    signal: controller.signal,
    // Deno's `fetch` sends a text again by itself when the connection closes before the answer, a POST as well;
    // a Blob it does not.
    body: once && typeof body === 'string' && 'Deno' in globalThis ? new Blob([body]) : (body ?? null),
  }
}
