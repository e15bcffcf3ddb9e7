/**
 * Remembers which events were accepted, for one process or for many. Keys are opaque and hold no secret. Run
 * `testDedupeStore` of `@wecom/callback/testing` on a store of your own.
 */
export interface DedupeStore {
  /**
   * Sets a key unless it is there, as a single step: of two processes that ask at once, one gets `true`.
   *
   * A quarter of the time in which WeCom waits for an answer (1 second; 175 ms for events of a suite itself) is the limit:
   * after it, the event is refused, or with `waitUntil` handled without the store. A key that is set later is deleted.
   *
   * @param ttl - milliseconds after which the key is gone.
   * @returns whether it was not there before.
   */
  readonly add: (key: string, ttl: number) => Promise<boolean>
  /** Deletes a key: its event may be delivered again. */
  readonly delete: (key: string) => Promise<void>
}
