import type { Client } from '@wecom/core'
import type { Database } from './database/Database.ts'

/** Clock of the database. All processes use it, because the clocks of their machines may differ. */
export interface Time {
  /** Returns the current time by the clock of the database, in milliseconds since 1970. */
  readonly now: () => number
  /**
   * Compares the clock of the database with the clock of this process. `now` uses the measured difference until the
   * next comparison. Call `measure` before you take a lease (a lock with a time limit), because all processes compare
   * the end of the lease with the time of the database.
   */
  readonly measure: () => Promise<void>
  readonly sleep: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>
}

/** How long the tables `inbox` (events) and `changes` keep their rows. Each full run deletes older rows at its end. */
export interface Retention {
  /**
   * How long an event stays in the table `inbox` after it arrived, in milliseconds. An event that still waits for its
   * handler stays longer. Default: 30 days. `Infinity`: no limit.
   */
  readonly inboxMs?: number | undefined
  /** How long a row stays in the table `changes`, in milliseconds. Default: no limit. */
  readonly changesMs?: number | undefined
}

/**
 * Maximum time in milliseconds by which a stored time may be ahead of the present time. A stored time that is further
 * ahead was written while a clock was wrong, so the sync ignores the stored time. Otherwise the sync would not update
 * the row until the clock reaches the stored time.
 */
export const maxAheadMs: number = 5 * 60_000

export interface SyncContext {
  readonly database: Database
  readonly client: Client
  readonly corpId: string
  readonly time: Time
  readonly retention?: Retention | undefined
}
