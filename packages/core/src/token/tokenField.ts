import type { TokenKind } from '../endpoint/Endpoint.ts'

/**
 * Name of the query parameter that contains the token, for each kind of token. WeCom reads tokens only from the query
 * string.
 */
export const tokenField: Readonly<Record<Exclude<TokenKind, 'none'>, string>> = {
  corp: 'access_token',
  suite: 'suite_access_token',
  provider: 'provider_access_token',
}
