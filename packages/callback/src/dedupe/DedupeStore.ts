/**
 * Store that remembers which events were already accepted, so that each event is handled only once. A single process
 * can use a store in memory (`memoryDedupeStore`). Several processes must share a store, such as `redisDedupeStore` of
 * `@wecom/redis`. Each key is a hash and contains no secret. Test your own implementation with `testDedupeStore` of
 * `@wecom/callback/testing`.
 */
export interface DedupeStore {
  /**
   * Sets a key unless the store already contains the key. This must be one atomic step. If two processes call `add`
   * with the same key at once, only one of them may get `true`.
   *
   * The store must respond within 1 second. For events about a suite itself, such as `suite_ticket`, the limit is 175
   * ms. If the store is slower, the callback handler responds to WeCom with an error, and WeCom delivers the event
   * again. With the option `waitUntil` of `createCallbackHandler`, the callback handler responds to WeCom without
   * waiting for the store, so WeCom does not deliver the event again. If the store is then too slow, the callback
   * handler calls your event handler without checking whether the event is a repetition.
   *
   * If a call of `add` is too slow, but returns `true` later, the callback handler calls your event handler then. If the
   * call fails, the store may have set the key nevertheless. So the callback handler deletes the key, and the next
   * delivery of the event is handled.
   *
   * The database client of the store may send the command of one call of `add` twice, e.g. after a lost connection. The
   * second command then finds the key that the first command set, but `add` must still return `true`. To achieve this,
   * choose a random value for each call of `add`, and store it under the key. If the key exists and contains the value
   * of the same call, return `true`.
   *
   * @param ttl - milliseconds until the key expires.
   * @returns whether the key is new.
   */
  readonly add: (key: string, ttl: number) => Promise<boolean>
  /** Deletes a key. The next delivery of the same event is then accepted. */
  readonly delete: (key: string) => Promise<void>
}
