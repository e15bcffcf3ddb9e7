import type { Client } from '@wecom/core'
import type { Database } from './database/Database.ts'

/** Time as the database counts it. */
export interface Time {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Measures how far the database's clock is ahead of this process'. Called before each lease. */
  readonly measure: () => Promise<void>
  /** Waits; ends early when the signal aborts. */
  readonly sleep: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>
}

/** How long the tables that only grow keep their rows. */
export interface Retention {
  /** Milliseconds for which events stay in the inbox after they are done or given up. Default 30 days; `Infinity` keeps them for ever. */
  readonly inboxMs?: number | undefined
  /** Milliseconds for which `changes` are kept. Default: for ever. */
  readonly changesMs?: number | undefined
}

/** The surroundings of a sync: database, client, corp and time. */
export interface SyncContext {
  readonly database: Database
  readonly client: Client
  readonly corpId: string
  readonly time: Time
  readonly retention?: Retention | undefined
}
