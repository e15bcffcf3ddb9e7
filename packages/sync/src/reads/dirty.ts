import type { Connection } from '../database/Database.ts'
import type { SyncContext } from '../context.ts'

/** What can be read again by itself. */
export type DirtyKind = 'customer' | 'group_chat' | 'contact_way' | 'tags' | 'members'

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
  { delayMs = 0, expected }: { readonly delayMs?: number; readonly expected?: object | undefined } = {},
): Promise<void> {
  const unique = [...new Set(items)].toSorted()
  const keys = unique.map((item) => ({ corp_id: corpId, kind, item }))
  const known = await connection.find('dirty', ['item', 'version'], keys)
  const versions = new Map(known.map((row) => [String(row['item']), Number(row['version'])]))
  await connection.upsert(
    'dirty',
    keys.map((key) => ({
      ...key,
      version: (versions.get(key.item) ?? 0) + 1,
      due_at: new Date(time.now() + delayMs),
      attempts: 0,
      expected: expected === undefined ? null : JSON.stringify(expected),
      reason: null,
    })),
  )
}
