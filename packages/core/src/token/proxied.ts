import type { TokenSource } from './TokenSource.ts'

/**
 * Creates a token source for a client that calls WeCom through a proxy of your own, e.g. in a browser or an edge
 * function. The client needs no token, because the proxy adds one to each call. Pass the URL of the proxy to
 * `createClient` as `baseUrl`.
 *
 * @param headers - headers that your proxy requires, e.g. with the visitor's session. If `headers` is a function, the
 * source calls it before every request.
 */
export function proxied({
  headers,
}: {
  headers?: Readonly<Record<string, string>> | (() => Record<string, string> | Promise<Record<string, string>>)
} = {}): TokenSource {
  return {
    kind: 'any',
    get: async () => ({ headers: typeof headers === 'function' ? await headers() : headers }),
  }
}
