/**
 * Remembers which events were accepted, for one process or for several. Keys are opaque and hold no secret. Run
 * `testDedupeStore` of `@wecom/callback/testing` on your own store.
 */
export interface DedupeStore {
  /**
   * Sets a key unless it exists, as a single step: if two processes call it at once, only one gets `true`.
   *
   * It must answer within 1 second (175 ms for events of a suite itself). After that the handler refuses the event, or
   * handles it without the store if there is `waitUntil`. A key that is set later is deleted.
   *
   * @param ttl - milliseconds until the key expires.
   * @returns whether the key is new.
   */
  readonly add: (key: string, ttl: number) => Promise<boolean>
  /** Deletes a key: its event may be delivered again. */
  readonly delete: (key: string) => Promise<void>
}
