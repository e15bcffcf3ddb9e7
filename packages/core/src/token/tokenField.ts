import type { TokenKind } from '../endpoint/Endpoint.ts'

/**
 * Returns the name of the query parameter in which the client sends a token of this kind. WeCom reads tokens only from
 * the query string.
 */
export function tokenField(kind: Exclude<TokenKind, 'none'>): string {
  return `${kind === 'corp' ? '' : `${kind}_`}access_token`
}
