import type * as everywhere from './connectionFailure.ts'

// Bundlers take this file instead of connectionFailure.ts for the export condition `browser`, which bundles for web pages
// and for workerd have. There the errors of `fetch` have no code, so nothing tells a refused connection from a broken one.

/** Always false, because in browsers and workerd a refused certificate looks like a broken connection. */
export const isLasting: typeof everywhere.isLasting = () => false

/**
 * Returns the error code of a failed request, and whether the request was certainly not sent. In browsers and workerd,
 * only errors of a transport that the user wrote contain these two facts.
 */
export const readConnectionFailure: typeof everywhere.readConnectionFailure = (error) => {
  const { code, syscall } = Object(error) as { readonly code?: unknown; readonly syscall?: unknown }
  return { code: typeof code === 'string' ? code : undefined, unsent: syscall === 'connect' }
}
