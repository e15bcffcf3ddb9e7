import type { Connection, Row } from '../database/Database.ts'
import type { SyncContext } from '../context.ts'
import { type ReportedChange, toReportedChanges, withChange } from './reportedChanges.ts'

export type DirtyKind = 'customer' | 'group_chat' | 'contact_way' | 'tags'

/**
 * Writes a row to the table `dirty` for each id in `items`. The row means that this data must be read again from WeCom.
 * If the row already exists, this function increases the version of the row. After a read, the row is deleted only if
 * the version has not changed since the read began. So data that is marked during a read is read once more.
 *
 * @param reported - changes that an event reported. The function adds them to the changes in the column `expected` of
 *   the row. If WeCom's answer does not show all of these changes, the sync reads the data again later.
 */
export async function markDirty(
  connection: Connection,
  { corpId, time }: SyncContext,
  kind: DirtyKind,
  items: readonly string[],
  reported: readonly ReportedChange[] = [],
): Promise<void> {
  const now = time.now()
  const unique = [...new Set(items)].toSorted()
  const keys = unique.map((item) => ({ corp_id: corpId, kind, item }))
  const known = await connection.find('dirty', ['item', 'version', 'expected'], keys)
  const before = new Map(known.map((row) => [String(row['item']), row]))
  const rows: Row[] = []
  for (const key of keys) {
    const earlier = before.get(key.item)
    let changes = toReportedChanges(earlier?.['expected'] ?? null)
    for (const change of reported) changes = await withChange(connection, key, changes, change, now)
    rows.push({
      ...key,
      version: Number(earlier?.['version'] ?? 0) + 1,
      due_at: new Date(now),
      attempts: 0,
      expected: changes.length === 0 ? null : JSON.stringify(changes),
      reason: null,
      denials: 0,
    })
  }
  await connection.upsert('dirty', rows)
}
