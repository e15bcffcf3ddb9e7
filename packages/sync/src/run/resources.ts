import type { Connection } from '../database/Database.ts'
import type { Writing } from '../rows/writeRows.ts'
import type { Calls } from '../reads/calls.ts'
import type { SyncContext } from '../context.ts'
import type { Slice } from './slices.ts'

/**
 * Parameter of the functions of a `Resource`: the sync, the slice (part of a full run) to read, and a function that
 * makes calls to WeCom.
 */
export interface SliceContext extends SyncContext {
  readonly slice: Slice
  readonly calls: Calls
  readonly runId: string
}

/** One page of WeCom's list, with the details of its items. */
export interface ReadPage {
  /** Number of items on the page. */
  readonly items: number
  /** Cursor of the next page. Undefined on the last page. */
  readonly next: string | undefined
  /** Writes the page. It runs in the same transaction that saves the cursor of the next page. */
  readonly write: (connection: Connection, writing: Writing) => Promise<void>
}

/**
 * Reader for one kind of data, such as customers. A full run consists of slices (parts). For each slice, the run calls
 * the functions of this reader.
 */
export interface Resource {
  /** Reads the next page of a slice (part of a full run). The field `cursor` of the slice says which page is next. */
  readonly read: (context: SliceContext) => Promise<ReadPage>
  /**
   * Checks whether WeCom still has the data of stored rows that no page of a slice (part of a full run) contained. The
   * run calls this function after the last page. The transactions of the function fail if another worker has taken over
   * the slice.
   */
  readonly sweep: (context: SliceContext) => Promise<void>
  /**
   * Adds further slices (parts of the full run) that can be read when this slice is done. It runs in the transaction
   * that ends this slice.
   */
  readonly plan?: (connection: Connection, context: SliceContext) => Promise<void>
}
