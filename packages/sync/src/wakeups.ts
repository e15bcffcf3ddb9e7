/**
 * Messages that wake a worker when the database contains work for a corp. Without them, a worker finds the work when it
 * next checks the database. A lost message causes only this delay. `bullmq()` of `@wecom/sync/bullmq` sends the
 * messages over Redis.
 */
export interface Wakeups {
  /** Sends a message that wakes a worker for the corp. It must neither throw nor wait. */
  readonly wake: (corpId: string) => void
  /** Registers a function that is called with the corp id of each message, until `close` is called. */
  readonly listen: (listener: (corpId: string) => void) => void
  /**
   * Stops listening and closes the connections. The promise resolves within seconds, even if the message queue cannot
   * be reached.
   */
  readonly close: () => Promise<void>
}
