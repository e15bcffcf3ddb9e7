/**
 * Stores which events were accepted, for one process or for several. Keys are opaque strings and contain no secret. If
 * you write your own store, test it with `testDedupeStore` of `@wecom/callback/testing`.
 */
export interface DedupeStore {
  /**
   * Sets a key unless it exists. The store must do this in a single step: if two processes call `add` at once, only one
   * of them gets `true`.
   *
   * The store must answer within 1 second (175 ms for events of a suite itself). After that the handler refuses the
   * event, or, with `waitUntil`, handles it without the store. If the store sets the key later, the handler deletes it.
   *
   * @param ttl - milliseconds until the key expires.
   * @returns whether the key is new.
   */
  readonly add: (key: string, ttl: number) => Promise<boolean>
  /** Deletes a key, so that a repeated delivery of its event is accepted. */
  readonly delete: (key: string) => Promise<void>
}
