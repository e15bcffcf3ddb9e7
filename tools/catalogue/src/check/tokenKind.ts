import type { CatalogueEndpoint, CatalogueField } from '../Catalogue.ts'

const tokenNames = new Set(['access_token', 'suite_access_token', 'provider_access_token'])

/**
 * Returns whether a field contains a token. Such a field is not a parameter of the function, because the client sends
 * it.
 */
export function isToken({ name }: CatalogueField): boolean {
  return tokenNames.has(name)
}

/**
 * Returns the kind of token that a call needs. The catalogue lists the token of a suite or provider under `query` of
 * the call, but not the token of a corp. So a call without a token under `query` needs the token of a corp, unless its
 * response contains a token.
 */
export function tokenKind({ query, response }: CatalogueEndpoint): 'corp' | 'suite' | 'provider' | 'none' {
  const token = query.find(isToken)
  if (token?.name === 'suite_access_token') return 'suite'
  if (token?.name === 'provider_access_token') return 'provider'
  return response.some(isToken) ? 'none' : 'corp'
}
