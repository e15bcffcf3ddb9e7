import type { TokenKind } from '../endpoint/Endpoint.ts'
import type { TokenSource } from './TokenSource.ts'
import { tokenField } from './tokenField.ts'

/**
 * A token that somebody else keeps fresh. A rejected one ends the call, as there is no other.
 *
 * @param token - the token itself, or a function that gives the current one.
 * @param kind - which kind of token it is; `corp` unless told.
 */
export function staticToken(
  token: string | (() => string | Promise<string>),
  kind: Exclude<TokenKind, 'none'> = 'corp',
): TokenSource {
  return {
    kind,
    get: async () => ({ query: { [tokenField[kind]]: typeof token === 'string' ? token : await token() } }),
  }
}
