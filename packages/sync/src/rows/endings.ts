import type { Connection, Row } from '../database/Database.ts'
import { toMs } from './clean.ts'
import { addChanges, endColumns, type HashedTable, isAhead, type Writing } from './writeRows.ts'
import { tables } from '../schema/tables.ts'

/**
 * Returns whether a read would mark so many rows as ended that WeCom's answer is probably wrong. Returns true if
 * `ending` is more than 50 and also more than a tenth of `live`.
 *
 * @param ending - number of rows that the read would mark as ended.
 * @param live - number of rows that are not marked as ended yet, including those in `ending`.
 */
export function isSuspicious(ending: number, live: number): boolean {
  return ending > Math.max(50, live / 10)
}

/**
 * Marks rows as ended, because WeCom no longer returns their data. Adds these changes to the table `changes`. Skips
 * rows that are already marked as ended, and rows that the sync has read at or after `before`.
 *
 * @param before - start time of the read that did not return these rows, in milliseconds since 1970.
 * @param by - value for the column `ended_by`, which says how a follow relation ended. Undefined for other tables.
 */
export async function endRows(
  connection: Connection,
  table: HashedTable,
  keys: readonly Row[],
  before: number,
  writing: Writing,
  by?: string,
): Promise<number> {
  const end = endColumns[table]
  if (end === undefined || keys.length === 0) return 0
  const key = tables[table].key
  const ownKey = key.filter((column) => column !== 'corp_id')
  const found = await connection.find(table, [...key, end, 'read_at', 'data'], keys)
  const ending = found.filter((row) => {
    const readAt = row['read_at'] as string | Date
    return row[end] === null && (toMs(readAt) < before || isAhead(readAt, writing))
  })
  for (const row of ending) {
    await connection.change(table, pick(row, key), {
      [end]: writing.readAt,
      ...(by !== undefined && { ended_by: by }),
      // Reads that began before must not bring the row back.
      read_at: writing.readAt,
    })
  }
  await addChanges(
    connection,
    writing,
    ending.map((row) => ({ kind: `${table}.ended`, keys: pick(row, ownKey), before: row['data'], by })),
  )
  return ending.length
}

function pick(row: Readonly<Record<string, unknown>>, columns: readonly string[]): Row {
  return Object.fromEntries(columns.map((column) => [column, row[column]])) as Row
}
