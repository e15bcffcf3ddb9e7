/**
 * Keeps tokens, for one process or for many. Keys and values are opaque strings; keys hold no secret, values do.
 * Run `testTokenStore` of `@wecom/core/testing` on a store of your own. `redisTokenStore` of `@wecom/redis` is shared by
 * processes.
 */
export interface TokenStore {
  readonly get: (key: string) => Promise<string | undefined>
  /** @param ttl - milliseconds after which the value is gone. */
  readonly set: (key: string, value: string, ttl: number) => Promise<void>
  /** Deletes only if the value is still this one, as a single step: a late loser must not delete the winner's token. */
  readonly deleteIfEqual: (key: string, value: string) => Promise<void>
  /**
   * Takes the lock of a key, and waits until it is free. The client takes it before it requests a token, so that of many
   * processes one does. A store that is not shared by processes needs none.
   *
   * The wait has no time limit of its own. It must reject when `signal` aborts, and when the store does not answer.
   *
   * @param ttl - milliseconds after which the lock of a process that has ended is free. While the process runs, the store
   *   renews the lock until it is released or `signal` aborts.
   */
  readonly lock?: ((key: string, ttl: number, signal: AbortSignal) => Promise<StoreLock>) | undefined
  /**
   * As `set`, but keeps the value that is there if it was set with a higher version. Compared and set as a single step.
   * A store with `lock` has it, too.
   *
   * @param version - the version of the lock under which the value was made.
   * @returns whether the value was set.
   */
  readonly setIfNewer?: ((key: string, value: string, ttl: number, version: number) => Promise<boolean>) | undefined
}

/** A token store that processes share: it can be locked. */
export interface SharedTokenStore extends TokenStore {
  readonly lock: NonNullable<TokenStore['lock']>
  readonly setIfNewer: NonNullable<TokenStore['setIfNewer']>
}

/** The lock of one key of a token store. */
export interface StoreLock {
  /** Higher than that of every earlier lock of the key, whatever the clocks of the processes say. */
  readonly version: number
  /** Frees the lock, unless another process has it by now. */
  readonly release: () => Promise<void>
}

/** How a token source uses its store. */
export interface StoreOptions {
  /** Where tokens are kept. Default: in memory. Share one between processes, so that they share the token. */
  readonly store?: TokenStore | undefined
  /**
   * Milliseconds for one operation of the store. One that takes longer counts as failed: calls go on, the token comes
   * from WeCom, and `onEvent` is told. The wait for the store's lock is not limited by it. Default 2,000.
   */
  readonly storeTimeout?: number | undefined
}
