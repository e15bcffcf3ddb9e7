/**
 * Keeps tokens, for one process or for many. Keys and values are opaque strings; keys hold no secret, values do.
 * Whoever writes one runs `testTokenStore` of `@wecom/core/testing` on it.
 */
export interface TokenStore {
  readonly get: (key: string) => Promise<string | undefined>
  /** @param ttl - milliseconds after which the value is gone. */
  readonly set: (key: string, value: string, ttl: number) => Promise<void>
  /** Deletes only if the value is still this one, as a single step: a late loser must not delete the winner's token. */
  readonly deleteIfEqual: (key: string, value: string) => Promise<void>
}
