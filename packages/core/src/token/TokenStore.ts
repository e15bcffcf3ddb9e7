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

/** How a token source uses its store. */
export interface StoreOptions {
  /** Where tokens are kept. Default: in memory. Share one between processes, so that they share the token. */
  readonly store?: TokenStore | undefined
  /**
   * Milliseconds for one operation of the store. One that takes longer counts as failed: calls go on, the token comes
   * from WeCom, and `onEvent` is told. Default 2,000.
   */
  readonly storeTimeout?: number | undefined
}
