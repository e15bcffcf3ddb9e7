import { type RawBuilder, sql } from 'kysely'
import { maxAheadMs } from '../context.ts'
import type { Connection } from '../database/Database.ts'
import { endColumns, type HashedTable } from '../rows/writeRows.ts'
import type { SliceContext } from './resources.ts'

/** The rows of a table that a slice (part of a full run) should find in WeCom. */
export interface RowSelection {
  readonly table: HashedTable
  readonly key: string
  /**
   * Column of `table` that contains the owner of a row: the userid of the member to whom the row belongs. Undefined for
   * group chats and contact ways, because the table `seen` stores their ids with an empty `owner`.
   */
  readonly owner?: string | undefined
  /** Condition that selects the rows. Default: all rows of the corp in `table`. */
  readonly where?: Condition | undefined
}

export interface Condition {
  readonly column: string
  readonly values: readonly string[]
}

/**
 * Finds rows that are in the tables, but were in no page of a slice (part of a full run). The caller must check whether
 * WeCom still has the data of these rows. The result contains no rows that were read after the slice was started.
 *
 * @returns the keys of the rows, grouped by owner. The owner is the userid of the member to whom the rows belong, or an
 *   empty text if `RowSelection.owner` is undefined.
 */
export async function unseen(
  connection: Connection,
  context: SliceContext,
  { table, key, owner, where }: RowSelection,
): Promise<Map<string, string[]>> {
  const { corpId, slice, database, time } = context
  const [ownerOfRow, ofOwners] = owner === undefined ? [sql`''`, sql``] : [sql.ref(`t.${owner}`), isIn('owner', where)]
  // One statement for both lists, because each is a round trip to a database server.
  const { rows } = await connection.execute(
    sql<{ owner: string; item: string | null; items: string | null }>`
      select ${ownerOfRow} as owner, ${sql.ref(`t.${key}`)} as item, null as items
        ${liveRows(corpId, table, where)} 
        and (t.read_at < ${new Date(slice.beganAt)} or t.read_at > ${new Date(time.now() + maxAheadMs)})
      union all select owner, null, items from wecom_seen where corp_id = ${corpId} and resource = ${slice.resource}
        and slice = ${slice.name} ${ofOwners}`.compile(database.build),
  )
  const seen = new Map<string, Set<string>>()
  for (const row of rows) {
    if (row.items === null) continue
    const items = JSON.parse(row.items) as string[]
    const known = seen.get(row.owner)
    if (known) for (const item of items) known.add(item)
    else seen.set(row.owner, new Set(items))
  }
  const missing = new Map<string, string[]>()
  for (const row of rows) {
    if (row.item === null || seen.get(row.owner)?.has(row.item)) continue
    const items = missing.get(row.owner)
    if (items) items.push(row.item)
    else missing.set(row.owner, [row.item])
  }
  return missing
}

/** Returns the number of rows of `table` that match `where` and are not marked as ended, dismissed or deleted. */
export async function countLive(
  connection: Connection,
  { corpId, database }: SliceContext,
  table: HashedTable,
  where: Condition,
): Promise<number> {
  const count = sql<{ live: number | string }>`select count(*) as live ${liveRows(corpId, table, where)}`
  const { rows } = await connection.execute(count.compile(database.build))
  return Number(rows[0]?.live ?? 0)
}

function liveRows(corpId: string, table: HashedTable, where: Condition | undefined): RawBuilder<unknown> {
  return sql`from ${sql.table(`wecom_${table}`)} t
    where t.corp_id = ${corpId} and ${sql.ref(`t.${endColumns[table]}`)} is null ${isIn(`t.${where?.column}`, where)}`
}

function isIn(column: string, where: Condition | undefined): RawBuilder<unknown> {
  return where ? sql`and ${sql.ref(column)} in (${sql.join(where.values)})` : sql``
}
