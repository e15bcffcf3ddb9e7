/**
 * Stores tokens, for one process or for several. Keys and values are opaque strings. Values are secret, keys are not.
 *
 * If you write your own store, test it with `testTokenStore` of `@wecom/core/testing`. For several processes,
 * `redisTokenStore` of `@wecom/redis` is ready to use.
 */
export interface TokenStore {
  readonly get: (key: string) => Promise<string | undefined>
  /** @param ttl - milliseconds until the value expires. */
  readonly set: (key: string, value: string, ttl: number) => Promise<void>
  /**
   * Deletes the key only if it still has this value. The store must compare and delete in a single step, so that a
   * newer token stays.
   */
  readonly deleteIfEqual: (key: string, value: string) => Promise<void>
  /**
   * Acquires the lock of a key. Waits until the lock is free. The client acquires it before it requests a token, so
   * that only one process requests a token at a time. A store for one process needs no locks.
   *
   * The client sets no time limit for this wait. The promise must reject when `signal` aborts, and when the store does
   * not answer.
   *
   * @param ttl - milliseconds until the lock of a process that ended becomes free. While the process runs, the store
   * renews the lock until it is released or `signal` aborts.
   */
  readonly lock?: ((key: string, ttl: number, signal: AbortSignal) => Promise<StoreLock>) | undefined
  /**
   * Sets a value as `set` does, but keeps the existing value if that was set with a higher version. The store must do
   * both in a single step. A store with `lock` must have this function.
   *
   * @param version - the version of the lock that was held while requesting the value.
   * @returns whether the value was set.
   */
  readonly setIfNewer?: ((key: string, value: string, ttl: number, version: number) => Promise<boolean>) | undefined
}

/** A token store with locks, for several processes. */
export interface SharedTokenStore extends TokenStore {
  readonly lock: NonNullable<TokenStore['lock']>
  readonly setIfNewer: NonNullable<TokenStore['setIfNewer']>
}

/** The lock of one key of a token store, while a process holds it. */
export interface StoreLock {
  /**
   * Version of the lock, higher than the version of every earlier lock of the key. It must not depend on the clocks of
   * the processes.
   */
  readonly version: number
  /** Releases the lock. Does nothing if another process holds the lock by now. */
  readonly release: () => Promise<void>
}

/** Options of a token source for its store. */
export interface StoreOptions {
  /** Store for the tokens. Processes with the same store share the token. Default: a store in memory. */
  readonly store?: TokenStore | undefined
  /**
   * Time limit of one operation of the store in milliseconds, except the wait for its lock. Default 2,000. An operation
   * that takes longer counts as failed: `onEvent` receives `store-failure`, and calls continue with a token from WeCom.
   */
  readonly storeTimeout?: number | undefined
}
