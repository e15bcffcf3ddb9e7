/**
 * Stores tokens, for one process or for several. Keys and values are opaque strings; values are secret, keys are not.
 * Run `testTokenStore` of `@wecom/core/testing` on your own store. `redisTokenStore` of `@wecom/redis` is for several
 * processes.
 */
export interface TokenStore {
  readonly get: (key: string) => Promise<string | undefined>
  /** @param ttl - milliseconds until the value expires. */
  readonly set: (key: string, value: string, ttl: number) => Promise<void>
  /** Deletes the key only if it still has this value, as a single step, so that a newer token stays. */
  readonly deleteIfEqual: (key: string, value: string) => Promise<void>
  /**
   * Acquires the lock of a key, waiting until it is free. The client acquires it before it requests a token, so that
   * only one process does. A store for one process needs no locks.
   *
   * The client sets no time limit for the wait. It must reject when `signal` aborts, and when the store does not
   * answer.
   *
   * @param ttl - milliseconds until the lock of a process that ended becomes free. While the process runs, the store
   * renews the lock until it is released or `signal` aborts.
   */
  readonly lock?: ((key: string, ttl: number, signal: AbortSignal) => Promise<StoreLock>) | undefined
  /**
   * Like `set`, but keeps the existing value if it was set with a higher version, as a single step. A store with `lock`
   * must have it.
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

/** The lock of one key of a token store. */
export interface StoreLock {
  /** Higher than the version of every earlier lock of the key. Must not depend on the clocks of the processes. */
  readonly version: number
  /** Releases the lock, unless another process holds it by now. */
  readonly release: () => Promise<void>
}

/** Options for the store of a token source. */
export interface StoreOptions {
  /** The store for tokens. Default: in memory. Processes with the same store share the token. */
  readonly store?: TokenStore | undefined
  /**
   * Milliseconds for one operation of the store, except the wait for its lock. A longer one counts as failed: `onEvent`
   * receives `store-failure`, and calls continue with a token from WeCom. Default 2,000.
   */
  readonly storeTimeout?: number | undefined
}
