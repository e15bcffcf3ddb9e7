import type { Connection } from '../database/Database.ts'
import { fromJson } from '../rows/clean.ts'
import type { SyncContext } from '../context.ts'

/** The kinds of data that can be read again one by one. */
export type DirtyKind = 'customer' | 'group_chat' | 'contact_way' | 'tags'

/** The content that the read must show, as an event told it. Reads lag behind events. */
export type Expected =
  /** The member has the customer. */
  | { readonly userid: string; readonly is: 'added' }
  /** The member no longer has the customer, or has added them after this moment (milliseconds since 1970). */
  | { readonly userid: string; readonly is: 'deleted'; readonly at: number }
  /** Something is different from the tables. */
  | { readonly is: 'edited' }
  /** The members of the group chat have this version. */
  | { readonly is: 'version'; readonly version: string }
  | { readonly is: 'dismissed' }

/**
 * Notes what has to be read again. An entry that is there gets a new version, so that a read which began before does not
 * close it.
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
