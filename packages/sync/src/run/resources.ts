import type { Connection } from '../database/Database.ts'
import type { Writing } from '../rows/writeRows.ts'
import type { Calls } from '../reads/calls.ts'
import type { SyncContext } from '../context.ts'
import type { Slice } from './slices.ts'

/** The surroundings of the steps of a resource. */
export interface SliceContext extends SyncContext {
  readonly slice: Slice
  readonly calls: Calls
  readonly runId: string
}

/** One page of a list, with what belongs to its items. */
export interface ReadPage {
  /** How many items the list had. */
  readonly items: number
  /** The cursor of the next page; undefined on the last. */
  readonly next: string | undefined
  /** Writes the page, within the transaction that moves the slice on. */
  readonly write: (connection: Connection, writing: Writing) => Promise<void>
}

/** One kind of thing that a full run reads, slice by slice. */
export interface Resource {
  /** Reads the page at the cursor of the slice. */
  readonly read: (context: SliceContext) => Promise<ReadPage>
  /** Looks after what all pages of a generation did not show. Each of its transactions is fenced by the slice. */
  readonly sweep: (context: SliceContext) => Promise<void>
  /** Adds the slices that can be read from now on, within the transaction that ends this slice. */
  readonly plan?: (connection: Connection, context: SliceContext) => Promise<void>
}
