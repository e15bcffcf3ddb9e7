import type { CatalogueEndpoint, CatalogueField } from '../Catalogue.ts'

const tokenNames = new Set(['access_token', 'suite_access_token', 'provider_access_token'])

/** Whether a field holds a token: such a field is no parameter of the function, the client sends it. */
export function isToken({ name }: CatalogueField): boolean {
  return tokenNames.has(name)
}

/**
 * The kind of token a call takes. The catalogue names the token in the query, except the corp's:
 * a call without one takes that, unless a token is what it fetches.
 */
export function tokenKind({ query, response }: CatalogueEndpoint): 'corp' | 'suite' | 'provider' | 'none' {
  const token = query.find(isToken)
  if (token?.name === 'suite_access_token') return 'suite'
  if (token?.name === 'provider_access_token') return 'provider'
  return response.some(isToken) ? 'none' : 'corp'
}
