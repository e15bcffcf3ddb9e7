import type { TokenKind } from '../endpoint/Endpoint.ts'

/** The query field in which each kind of token travels. WeCom reads a token nowhere else. */
export const tokenField: Readonly<Record<Exclude<TokenKind, 'none'>, string>> = {
  corp: 'access_token',
  suite: 'suite_access_token',
  provider: 'provider_access_token',
}
