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
 * Returns the kind of token that a call needs. The catalogue lists the tokens of suites and providers in the query, but
 * not the token of a corp. A call without a token in the query needs the token of a corp, unless the call itself
 * returns a token.
 */
export function tokenKind({ query, response }: CatalogueEndpoint): 'corp' | 'suite' | 'provider' | 'none' {
  const token = query.find(isToken)
  if (token?.name === 'suite_access_token') return 'suite'
  if (token?.name === 'provider_access_token') return 'provider'
  return response.some(isToken) ? 'none' : 'corp'
}
