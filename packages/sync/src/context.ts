import type { Client } from '@wecom/core'
import type { Database } from './database/Database.ts'

/** Clock of the database. All processes use it, because the clocks of their machines may differ. */
export interface Time {
  /** Returns the current time of the database in milliseconds since 1970. */
  readonly now: () => number
  /**
   * Measures the difference between the clock of the database and the clock of this process. Workers call this function
   * before they take a lease (time-limited right to some work).
   */
  readonly measure: () => Promise<void>
  /** Waits for the given time. If the signal aborts, the wait ends early and the promise resolves. */
  readonly sleep: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>
}

/** How long rows of the tables `inbox` (events) and `changes` are stored. Older rows are deleted. */
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
 * The database, client, corp id and clock for the work on one corp. Most functions of this package have it as a
 * parameter.
 */
export interface SyncContext {
  readonly database: Database
  readonly client: Client
  readonly corpId: string
  readonly time: Time
  readonly retention?: Retention | undefined
}
