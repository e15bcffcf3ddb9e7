import type { TokenKind } from '../endpoint/Endpoint.ts'
import type { TokenSource } from './TokenSource.ts'
import { tokenField } from './tokenField.ts'

/**
 * Provides a token that your own code renews. If WeCom rejects the token, the call fails.
 *
 * @param token - the token, or a function that returns the current one.
 * @param kind - the kind of token. Default `corp`.
 */
export function staticToken(
  token: string | (() => string | Promise<string>),
  kind: Exclude<TokenKind, 'none'> = 'corp',
): TokenSource {
  return {
    kind,
    get: async () => ({ query: { [tokenField(kind)]: typeof token === 'string' ? token : await token() } }),
  }
}
