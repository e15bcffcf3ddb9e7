import { sql } from 'kysely'
import type { Connection } from '../database/Database.ts'
import { endColumns, type HashedTable } from '../rows/writeRows.ts'
import type { SliceContext } from './resources.ts'

/** Rows of a table that a slice should have shown. */
export interface Expected {
  readonly table: HashedTable
  /** The column that `seen.item` holds. */
  readonly key: string
  readonly owner: string
  /** Narrows the rows to those with one of these values. If omitted, all. */
  readonly where?: { readonly column: string; readonly values: readonly string[] } | undefined
}

/**
 * The live rows that no page of the generation has shown, without those whose read began after the slice did. Absent is
 * not ended: the caller finds out.
 *
 * @returns their keys, and how many live rows there are in all; 0 where none is missing.
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
