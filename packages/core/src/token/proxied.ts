import type { TokenSource } from './TokenSource.ts'

/**
 * No token at all: for browsers and edge functions that call through a proxy of their own, which holds the token.
 * Give the proxy's address to `createClient` as `baseUrl`.
 *
 * @param headers - what the proxy asks for, e.g. the visitor's session; a function is asked before every request.
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
