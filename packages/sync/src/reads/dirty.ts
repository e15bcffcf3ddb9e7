import type { Connection } from '../database/Database.ts'
import { fromJson } from '../rows/clean.ts'
import type { SyncContext } from '../context.ts'

/** Kinds of data that can be read again separately, without a full run. */
export type DirtyKind = 'customer' | 'group_chat' | 'contact_way' | 'tags'

/**
 * Change that an event reported. The data read after the event must show this change. If it does not, the data is read
 * again later, because WeCom may return old data for some seconds after an event.
 */
export type Expected =
  /** The newly read customer must have a follow relation with this member. */
  | { readonly userid: string; readonly is: 'added' }
  /**
   * The newly read customer must have no follow relation with this member, except one that began after `at`
   * (milliseconds since 1970).
   */
  | { readonly userid: string; readonly is: 'deleted'; readonly at: number }
  /** The newly read data must differ from the data in the tables. */
  | { readonly is: 'edited' }
  /** The newly read group chat must have this version of its list of people (`member_version`). */
  | { readonly is: 'version'; readonly version: string }
  | { readonly is: 'dismissed' }

/**
 * Records data to read again, as a row of the table `dirty`. If the table already has a row for the data, the function
 * increases the version of the row. A read that is running at the moment then does not delete the row, because the
 * version has changed.
 *
 * @param delayMs - milliseconds to wait before the read.
 */
export async function markDirty(
  connection: Connection,
  { corpId, time }: SyncContext,
  kind: DirtyKind,
  items: readonly string[],
  { delayMs = 0, expected }: { readonly delayMs?: number; readonly expected?: Expected | undefined } = {},
): Promise<void> {
  const unique = [...new Set(items)].toSorted()
  const keys = unique.map((item) => ({ corp_id: corpId, kind, item }))
  const known = await connection.find('dirty', ['item', 'version', 'expected'], keys)
  const before = new Map(known.map((row) => [String(row['item']), row]))
  // An expectation stays until a read has met it, or a newer one comes.
  const expectedOf = (item: string): string | null => {
    if (expected !== undefined) return JSON.stringify(expected)
    const earlier = before.get(item)?.['expected'] ?? null
    return earlier === null ? null : JSON.stringify(fromJson(earlier))
  }
  await connection.upsert(
    'dirty',
    keys.map((key) => ({
      ...key,
      version: Number(before.get(key.item)?.['version'] ?? 0) + 1,
      due_at: new Date(time.now() + delayMs),
      attempts: 0,
      expected: expectedOf(key.item),
      reason: null,
    })),
  )
}
