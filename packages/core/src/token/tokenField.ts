import type { TokenKind } from '../endpoint/Endpoint.ts'

/** The query parameter for each kind of token. WeCom reads tokens only there. */
export const tokenField: Readonly<Record<Exclude<TokenKind, 'none'>, string>> = {
  corp: 'access_token',
  suite: 'suite_access_token',
  provider: 'provider_access_token',
}
