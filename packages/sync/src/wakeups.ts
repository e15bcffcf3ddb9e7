/**
 * Sends and receives messages that wake a worker when there is work for a corp. `bullmq()` of `@wecom/sync/bullmq`
 * creates such an object. The messages only save time. Without them, or if one is lost, a worker finds the work when it
 * next checks the database.
 */
export interface Wakeups {
  /** Sends a message that wakes a worker for the corp. This function must return at once and must not throw. */
  readonly wake: (corpId: string) => void
  /**
   * Registers a listener. Until `close` is called, the listener is called with the corp id of each message that
   * arrives. Processes send the messages with `wake`.
   */
  readonly listen: (listener: (corpId: string) => void) => void
  /**
   * Stops listening and closes the connections. The promise resolves within seconds, even if the message queue cannot
   * be reached.
   */
  readonly close: () => Promise<void>
}
