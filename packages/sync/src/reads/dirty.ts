import type { Connection } from '../database/Database.ts'
import { fromJson } from '../rows/clean.ts'
import type { SyncContext } from '../context.ts'

/** Kinds of data that can be read again by id. */
export type DirtyKind = 'customer' | 'group_chat' | 'contact_way' | 'tags'

/**
 * Facts from an event that newly read data must agree with. WeCom's reads may still return old data for some seconds
 * after an event.
 */
export type Expected =
  /** The member has added the customer. */
  | { readonly userid: string; readonly is: 'added' }
  /**
   * The member has deleted the customer. A relation that began after `at` (milliseconds since 1970) is a new one and is
   * allowed.
   */
  | { readonly userid: string; readonly is: 'deleted'; readonly at: number }
  /** The newly read data differs from the tables. */
  | { readonly is: 'edited' }
  /** The list of people in the group chat has this version (`member_version`). */
  | { readonly is: 'version'; readonly version: string }
  | { readonly is: 'dismissed' }

/**
 * Adds data to the list of data to read again. If an entry already exists, its version is increased, so that a read
 * that started earlier does not remove the entry.
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
