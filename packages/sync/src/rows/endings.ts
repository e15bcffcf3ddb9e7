import type { Connection, Row } from '../database/Database.ts'
import { toMs } from './clean.ts'
import { addChanges, endColumns, type HashedTable, type Writing } from './writeRows.ts'
import { tables } from '../schema/tables.ts'

/**
 * Whether so much would end at once that a mistake is likelier than the truth: more than 50, and more than a tenth.
 *
 * @param live - how many there are, those that would end included.
 */
export function isSuspicious(ending: number, live: number): boolean {
  return ending > Math.max(50, live / 10)
}

/**
 * Ends rows that a reading found gone, and adds a change for each. Rows that have ended already, and those whose read began
 * after `before`, stay as they are: a later read knows better.
 *
 * @param keys - of the rows, without other columns.
 * @param before - when the reading began that did not find them.
 * @param by - who ended it, for tables that say so.
 * @returns how many rows ended.
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
  const ending = found.filter((row) => row[end] === null && toMs(row['read_at'] as string | Date) < before)
  for (const row of ending) {
    await connection.change(table, pick(row, key), {
      [end]: writing.readAt,
      ...(by !== undefined && { ended_by: by }),
      ...(writing.source !== 'run' && { read_at: writing.readAt }),
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
