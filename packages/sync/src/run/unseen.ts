import { sql } from 'kysely'
import type { Connection } from '../database/Database.ts'
import { endColumns, type HashedTable } from '../rows/writeRows.ts'
import type { SliceContext } from './resources.ts'

/** Description of the stored rows that the pages of a slice (part of a full run) should have contained. */
export interface Expected {
  readonly table: HashedTable
  /** Name of the column that identifies the row. The table `seen` stores its value in the column `item`. */
  readonly key: string
  readonly owner: string
  /** Condition on the rows: `column` must have one of these values. If omitted, all rows of the corp are included. */
  readonly where?: { readonly column: string; readonly values: readonly string[] } | undefined
}

/**
 * Finds stored rows that no page of a slice (part of a full run) contained. It ignores rows that were read again after
 * the slice was started. The caller must check whether WeCom still has the data of these rows.
 *
 * @returns the keys of the rows (`missing`), and the number of all rows that are not marked as ended (`live`). If no
 * row is missing, `live` is 0.
 */
export async function unseen(
  connection: Connection,
  { database, corpId, slice }: SliceContext,
  { table, key, owner, where }: Expected,
): Promise<{ missing: string[]; live: number }> {
  const { build } = database
  const listed = where ? sql`and ${sql.ref(`t.${where.column}`)} in (${sql.join(where.values)})` : sql``
  const live = sql`from ${sql.table(`wecom_${table}`)} t
    where t.corp_id = ${corpId} and ${sql.ref(`t.${endColumns[table]}`)} is null ${listed}`
  const item = sql.ref(`t.${key}`)
  const missing = await connection.execute(
    sql<{ item: string }>`select ${item} as item ${live} and t.read_at < ${new Date(slice.beganAt)}
      and not exists (select 1 from wecom_seen s where s.corp_id = ${corpId} and s.resource = ${slice.resource}
        and s.slice = ${slice.name} and s.owner = ${owner} and s.item = ${item})`.compile(build),
  )
  if (missing.rows.length === 0) return { missing: [], live: 0 }
  const counted = await connection.execute(
    sql<{ live: number | string }>`select count(*) as live ${live}`.compile(build),
  )
  return { missing: missing.rows.map((row) => row.item), live: Number(counted.rows[0]?.live ?? 0) }
}
