import type { TokenKind } from '../endpoint/Endpoint.ts'

/** Name of the query parameter with the token. WeCom reads tokens only from the query string. */
export function tokenField(kind: Exclude<TokenKind, 'none'>): string {
  return `${kind === 'corp' ? '' : `${kind}_`}access_token`
}
