import type * as everywhere from './connectionFailure.ts'

// Bundlers take this file instead of connectionFailure.ts for the export condition `browser`, which bundles for web pages
// and for workerd have. There the errors of `fetch` have no code, so nothing tells a refused connection from a broken one.

/** Always false, because a refused certificate looks like a broken connection here. */
export const isLasting: typeof everywhere.isLasting = () => false

/**
 * Finds the facts only in errors of a transport that the user wrote. The errors of `fetch` do not contain them here.
 */
export const readConnectionFailure: typeof everywhere.readConnectionFailure = (error) => {
  const { code, syscall } = Object(error) as { readonly code?: unknown; readonly syscall?: unknown }
  return { code: typeof code === 'string' ? code : undefined, unsent: syscall === 'connect' }
}
