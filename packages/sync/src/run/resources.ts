import type { Connection } from '../database/Database.ts'
import type { Writing } from '../rows/writeRows.ts'
import type { Calls } from '../reads/calls.ts'
import type { SyncContext } from '../context.ts'
import type { Slice } from './slices.ts'

export interface SliceContext extends SyncContext {
  readonly slice: Slice
  readonly calls: Calls
  readonly runId: string
}

export interface ReadPage {
  readonly items: number
  readonly next: string | undefined
  /** Writes the rows of the page. Runs in the transaction that saves the cursor of the next page. */
  readonly write: (connection: Connection, writing: Writing) => Promise<void>
}

/** Reads one kind of data, such as customers, slice by slice. A slice is a part of a full run. */
export interface Resource {
  readonly read: (context: SliceContext) => Promise<ReadPage>
  /**
   * Finds stored rows that no page of the slice contained, and checks whether WeCom still has their data. A slice is a
   * part of a full run. The function runs after the last page. Its transactions must call `moveSlice`, which throws if
   * another worker has taken over the slice.
   */
  readonly sweep: (context: SliceContext) => Promise<void>
  /**
   * Adds the slices (parts of a full run) that can be read when this slice is done. Runs in the transaction that ends
   * this slice.
   */
  readonly plan?: (connection: Connection, context: SliceContext) => Promise<void>
}
