import { sql } from 'kysely'
import type { Connection } from '../database/Database.ts'
import { endColumns, type HashedTable } from '../rows/writeRows.ts'
import type { SliceContext } from './resources.ts'

export interface Expected {
  readonly table: HashedTable
  readonly key: string
  readonly owner: string
  readonly where?: { readonly column: string; readonly values: readonly string[] } | undefined
}

/**
 * Finds rows that are in the tables, but were in no page of a slice (part of a full run). The caller must check whether
 * WeCom still has the data of these rows. The result contains no rows that were read after the slice was started.
 *
 * @returns `missing`: the keys of the rows. `live`: the number of rows of the slice in the tables that have not ended,
 *   including the missing rows. This number is counted only if a row is missing. Otherwise `live` is 0.
 */
export async function unseen(
  connection: Connection,
  context: SliceContext,
  { table, key, owner, where }: Expected,
): Promise<{ missing: string[]; live: number }> {
  const { corpId, slice } = context
  const { build } = context.database
  const listed = where ? sql`and ${sql.ref(`t.${where.column}`)} in (${sql.join(where.values)})` : sql``
  const live = sql`from ${sql.table(`wecom_${table}`)} t
    where t.corp_id = ${corpId} and ${sql.ref(`t.${endColumns[table]}`)} is null ${listed}`
  const item = sql.ref(`t.${key}`)
  // One statement for both, because a run does this for each member.
  const { rows } = await connection.execute(
    sql<{ item: string | null; items: string | null }>`
      select ${item} as item, null as items ${live} and t.read_at < ${new Date(slice.beganAt)}
      union all select null, items from wecom_seen where corp_id = ${corpId} and resource = ${slice.resource}
        and slice = ${slice.name} and owner = ${owner}`.compile(build),
  )
  const seen = new Set(rows.flatMap(({ items }) => (items === null ? [] : (JSON.parse(items) as string[]))))
  const missing = rows.flatMap((row) => (row.item === null || seen.has(row.item) ? [] : row.item))
  if (missing.length === 0) return { missing: [], live: 0 }
  const counted = await connection.execute(
    sql<{ live: number | string }>`select count(*) as live ${live}`.compile(build),
  )
  return { missing, live: Number(counted.rows[0]?.live ?? 0) }
}
