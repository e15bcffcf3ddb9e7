import type { TokenKind } from '../endpoint/Endpoint.ts'
import type { TokenSource } from './TokenSource.ts'
import { tokenField } from './tokenField.ts'

/**
 * Creates a token source for a token that your own code renews. If WeCom rejects the token, the call fails.
 *
 * @param token - the token, or a function that returns the current token.
 * @param kind - kind of the token. Default `corp`.
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
