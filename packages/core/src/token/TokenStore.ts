/**
 * Store for tokens. A store belongs to one process, or several processes share it. Keys and values are strings. The
 * values are secret, because they contain tokens. The keys contain no secret.
 *
 * `memoryTokenStore` creates a store for one process. `redisTokenStore` of `@wecom/redis` creates a store that several
 * processes share. If you write your own store, test it with `testTokenStore` of `@wecom/core/testing`.
 */
export interface TokenStore {
  readonly get: (key: string) => Promise<string | undefined>
  /**
   * Saves a value under a key, and replaces an earlier value.
   *
   * @param ttl - time until the value expires, in milliseconds.
   */
  readonly set: (key: string, value: string, ttl: number) => Promise<void>
  /**
   * Deletes the key only if it has the value `value`. The store must compare and delete in a single step. Between two
   * separate steps, another process could save a new token, and the store would delete the new token.
   */
  readonly deleteIfEqual: (key: string, value: string) => Promise<void>
  /**
   * Waits until the lock of a key is free, and acquires the lock. A token source acquires the lock before it requests a
   * token from WeCom, so only one process at a time requests a token. Omit this function in a store for one process.
   *
   * The caller sets no time limit for this wait. So the promise must also reject when the server of the store, e.g.
   * Redis, does not answer.
   *
   * @param ttl - time in milliseconds after which a lock becomes free if its process has ended. While the process runs,
   *   the store must extend the lock until the process releases it.
   * @param signal - if the signal aborts while the function waits for the lock, the promise must reject. If the signal
   *   aborts after the lock is acquired, the store must stop extending the lock.
   */
  readonly lock?: ((key: string, ttl: number, signal: AbortSignal) => Promise<StoreLock>) | undefined
  /**
   * Saves a value as `set` does, but does nothing if the existing value was saved with a higher version. The store must
   * compare and save in a single step. A store with `lock` must have this function.
   *
   * @param version - `version` of the lock that the process acquired before it requested the value.
   * @returns whether the value was saved.
   */
  readonly setIfNewer?: ((key: string, value: string, ttl: number, version: number) => Promise<boolean>) | undefined
}

/** A token store with locks, which several processes can share. */
export interface SharedTokenStore extends TokenStore {
  readonly lock: NonNullable<TokenStore['lock']>
  readonly setIfNewer: NonNullable<TokenStore['setIfNewer']>
}

/** A lock that a process has acquired for one key of a token store. */
export interface StoreLock {
  /**
   * Number of the lock. It must be higher than the numbers of all earlier locks of the key. By this number,
   * `setIfNewer` recognises a process that has lost the lock. Do not derive the number from the clock of a process,
   * because the clocks of processes differ.
   */
  readonly version: number
  /** Releases the lock. Does nothing if another process has acquired the lock in the meantime. */
  readonly release: () => Promise<void>
}

/** Options for the token store of a token source. */
export interface StoreOptions {
  /** Store for the tokens. Processes with the same store share their tokens. Default: a store in memory. */
  readonly store?: TokenStore | undefined
  /**
   * Time limit of one operation of the store, in milliseconds. The limit does not include the wait for a lock. Default
   * 2,000. An operation that takes longer counts as failed. The listener `onEvent` then receives the event
   * `store-failure`, and calls continue without the store.
   */
  readonly storeTimeout?: number | undefined
}
