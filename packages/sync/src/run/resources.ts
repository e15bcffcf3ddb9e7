import type { Connection } from '../database/Database.ts'
import type { Writing } from '../rows/writeRows.ts'
import type { Calls } from '../reads/calls.ts'
import type { SyncContext } from '../context.ts'
import type { Slice } from './slices.ts'

export interface SliceContext extends SyncContext {
  readonly slice: Slice
  readonly calls: Calls
  readonly runId: string
  /**
   * Whether the run accepts WeCom's lists even if suspiciously many rows or members are missing from the lists:
   * - true: the run marks the missing rows as ended.
   * - false: the run does not mark the missing rows, and records a gap (data that could not be read).
   *
   * The run marks missing members as out of view in both cases.
   */
  readonly acceptMissing: boolean
}

export interface ReadPage {
  readonly items: number
  readonly next: string | undefined
  /** Writes the rows of the page. Runs in the transaction that saves the cursor of the next page. */
  readonly write: (connection: Connection, writing: Writing) => Promise<void>
}

/**
 * Functions that a full run uses to read one kind of data, such as customers. A full run is divided into slices. Each
 * call of these functions is for one slice.
 */
export interface Resource {
  readonly read: (context: SliceContext) => Promise<ReadPage>
  /**
   * Runs after the last page of the slice (part of a full run). For most kinds of data, the function finds rows that
   * are in the tables, but were in no page of the slice. It checks whether WeCom still has the data of these rows, and
   * otherwise marks the rows as ended. Each transaction of the function must call `moveSlice`, which throws if another
   * worker has taken over the slice.
   */
  readonly sweep: (context: SliceContext) => Promise<void>
  /**
   * Adds the slices (parts of a full run) that can be read only after the current slice (`context.slice`). Runs in the
   * transaction that ends the current slice.
   */
  readonly plan?: (connection: Connection, context: SliceContext) => Promise<void>
}
