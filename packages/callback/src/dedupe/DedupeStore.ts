/**
 * Remembers which deliveries were taken on, for one process or for many. Keys are opaque and hold no secret.
 * Whoever writes one runs `testDedupeStore` of `@wecom/callback/testing` on it.
 */
export interface DedupeStore {
  /**
   * Sets a key unless it is there, as a single step: of two processes that ask at once, one gets `true`.
   *
   * @param ttl - milliseconds after which the key is gone.
   * @returns whether it was not there before.
   */
  readonly add: (key: string, ttl: number) => Promise<boolean>
  /** Forgets a key: its event may be delivered again. */
  readonly delete: (key: string) => Promise<void>
}
