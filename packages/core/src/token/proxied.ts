import type { TokenSource } from './TokenSource.ts'

/**
 * Sends no token: for browsers and edge functions that call through your own proxy, which adds the token. Pass the URL
 * of the proxy to `createClient` as `baseUrl`.
 *
 * @param headers - headers that the proxy requires, e.g. the visitor's session. A function is called before every
 * request.
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
