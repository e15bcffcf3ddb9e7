import type { Client } from '@wecom/core'
import type { Database } from './database/Database.ts'

/** Clock of the database. Processes on several machines use this clock instead of their own clocks. */
export interface Time {
  /** Returns the current time of the database in milliseconds since 1970. */
  readonly now: () => number
  /**
   * Measures the difference between the clock of the database and the clock of this process. Workers call this function
   * before they take over work for a limited time.
   */
  readonly measure: () => Promise<void>
  /** Waits for the given time. If the signal aborts, the wait ends early and the promise resolves. */
  readonly sleep: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>
}

/** Times after which old rows of `inbox` and `changes` are deleted. */
export interface Retention {
  /**
   * Milliseconds for which an event stays in the table `inbox` after it arrived. An event that still waits for its
   * handler stays longer. Default: 30 days. `Infinity`: no limit.
   */
  readonly inboxMs?: number | undefined
  /** Milliseconds for which a row stays in the table `changes`. Default: no limit. */
  readonly changesMs?: number | undefined
}

/** Database, client, corp id and clock of a sync. Most functions of this package get it as an argument. */
export interface SyncContext {
  readonly database: Database
  readonly client: Client
  readonly corpId: string
  readonly time: Time
  readonly retention?: Retention | undefined
}
