import type { TokenKind } from '../endpoint/Endpoint.ts'

export function tokenField(kind: Exclude<TokenKind, 'none'>): string {
  // WeCom reads tokens only from the query string.
  return `${kind === 'corp' ? '' : `${kind}_`}access_token`
}
