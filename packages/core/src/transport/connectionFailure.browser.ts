import type * as everywhere from './connectionFailure.ts'

// Bundlers take this file instead of connectionFailure.ts for the export condition `browser`, which bundles for web pages
// and for workerd have. There the errors of `fetch` have no code, so nothing tells a refused connection from a broken one.

/**
 * Whether a repeated attempt would fail with the same error code. Always false, because in browsers and in workerd (the
 * runtime of Cloudflare Workers) a refused certificate looks like a broken connection.
 */
export const isLasting: typeof everywhere.isLasting = () => false

/**
 * Returns the error code of a failed request, and whether the request was certainly not sent. The errors of `fetch` in
 * browsers and in workerd (the runtime of Cloudflare Workers) do not contain these two facts. So this function finds
 * the facts only in errors of a transport that the user wrote.
 */
export const readConnectionFailure: typeof everywhere.readConnectionFailure = (error) => {
  const { code, syscall } = Object(error) as { readonly code?: unknown; readonly syscall?: unknown }
  return { code: typeof code === 'string' ? code : undefined, unsent: syscall === 'connect' }
}
