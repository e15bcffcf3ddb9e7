/**
 * Tells workers that the database holds work, so that they need not wait until they look again. A wake-up that is lost
 * costs that time and nothing else. `bullmq()` of `@wecom/sync/bullmq` makes one over Redis.
 */
export interface Wakeups {
  /** Wakes a worker for a corp. Must neither throw nor wait. */
  readonly wake: (corpId: string) => void
  /** Calls `listener` with the corp of each wake-up, until `close`. */
  readonly listen: (listener: (corpId: string) => void) => void
  /** Ends within seconds, whether or not the queue can be reached. */
  readonly close: () => Promise<void>
}
