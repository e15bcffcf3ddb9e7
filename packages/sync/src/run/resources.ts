import type { Connection } from '../database/Database.ts'
import type { Writing } from '../rows/writeRows.ts'
import type { Calls } from '../reads/calls.ts'
import type { SyncContext } from '../context.ts'
import type { Slice } from './slices.ts'

/**
 * Argument of the functions of a `Resource`. It contains the sync, a slice (the part of a full run to read), and a
 * function for calls to WeCom.
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
 * Reader for one kind of data, such as customers. A full run is divided into slices (parts), and calls the reader for
 * each slice.
 */
export interface Resource {
  /** Reads the next page of a slice (part of a full run). The slice contains the cursor. */
  readonly read: (context: SliceContext) => Promise<ReadPage>
  /**
   * Checks stored rows that no page of a slice (part of a full run) contained. It is called after the last page. Its
   * transactions fail if another worker has taken over the slice.
   */
  readonly sweep: (context: SliceContext) => Promise<void>
  /**
   * Adds further slices (parts of the full run) that can be read when this slice is done. It runs in the transaction
   * that ends this slice.
   */
  readonly plan?: (connection: Connection, context: SliceContext) => Promise<void>
}
