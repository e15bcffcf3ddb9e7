import type { Connection } from '../database/Database.ts'
import { fromJson } from '../rows/clean.ts'
import type { SyncContext } from '../context.ts'

export type DirtyKind = 'customer' | 'group_chat' | 'contact_way' | 'tags'

/**
 * Change that an event reported. If WeCom's answer does not show the change, the data is read again later, because
 * WeCom may return old data for some seconds after an event.
 */
export type Expected =
  | { readonly userid: string; readonly is: 'added' }
  // Except a relation that began after `at`, in milliseconds since 1970.
  | { readonly userid: string; readonly is: 'deleted'; readonly at: number }
  // The data differs from the data in the tables.
  | { readonly is: 'edited' }
  // `member_version` of the group chat.
  | { readonly is: 'version'; readonly version: string }
  | { readonly is: 'dismissed' }

/**
 * Writes a row to the table `dirty` for each id in `items`. The row means that this data must be read again from WeCom.
 * If the row already exists, this function increases the version of the row. After a read, the row is deleted only if
 * the version has not changed since the read began. So data that is marked during a read is read once more.
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
  // Without a new expected change, the row keeps the expected change of the earlier event.
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
