/**
 * Store of the events that were already accepted, in memory or shared by several processes. Each key is a hash and
 * contains no secret. Test your own implementation with `testDedupeStore` of `@wecom/callback/testing`.
 */
export interface DedupeStore {
  /**
   * Sets a key unless the store already contains the key. Do this in one atomic step: if two processes call `add` with
   * the same key at once, only one of them may get `true`.
   *
   * The store must respond within 1 second. For events about a suite itself, such as `suite_ticket`, the limit is 175
   * ms. If the store is slower, the callback handler responds with an error and WeCom delivers the event again. With
   * `waitUntil`, the callback handler calls your event handler without the store instead.
   *
   * If the slow `add` sets the key later, the callback handler deletes the key, so that the next delivery is handled.
   *
   * @param ttl - milliseconds until the key expires.
   * @returns whether the key is new.
   */
  readonly add: (key: string, ttl: number) => Promise<boolean>
  /** Deletes a key. The next delivery of the same event is then accepted. */
  readonly delete: (key: string) => Promise<void>
}
