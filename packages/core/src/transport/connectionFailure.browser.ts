import type * as everywhere from './connectionFailure.ts'

// Bundlers take this file instead of connectionFailure.ts for the export condition `browser`, which bundles for web pages
// and for workerd have. There the errors of `fetch` have no code, so nothing tells a refused connection from a broken one.

// In browsers and in workerd, a refused certificate looks like a broken connection.
export const isLasting: typeof everywhere.isLasting = () => false

// Finds facts only in errors of a transport that the user wrote. In browsers and in workerd, errors of `fetch` contain
// none.
export const readConnectionFailure: typeof everywhere.readConnectionFailure = (error) => {
  const { code, syscall } = Object(error) as { readonly code?: unknown; readonly syscall?: unknown }
  return { code: typeof code === 'string' ? code : undefined, unsent: syscall === 'connect' }
}
