import type { Connection, Row, Value } from '../database/Database.ts'
import { maxAheadMs } from '../context.ts'
import { type TableName, tables } from '../schema/tables.ts'
import { fromJson, toMs } from './clean.ts'

export interface Writing {
  readonly corpId: string
  /**
   * Origin of the data:
   * - `run`: a page of a full run.
   * - `event`: a read after an event.
   * - `refresh`: a call of `Sync.refresh`.
   *
   * With `event` and `refresh`, the write updates `read_at` even if the data has not changed.
   */
  readonly source: 'run' | 'event' | 'refresh'
  /** Time at which reading the data from WeCom started. */
  readonly readAt: Date
  /** Returns the time of the database in milliseconds since 1970. */
  readonly now: () => number
}

export type HashedRow = Row & { readonly hash: string; readonly data: string }

export type HashedTable = {
  [Name in TableName]: 'hash' extends keyof (typeof tables)[Name]['columns'] ? Name : never
}[TableName]

export const endColumns: Readonly<Partial<Record<TableName, string>>> = {
  follows: 'ended_at',
  tag_groups: 'deleted_at',
  tags: 'deleted_at',
  contact_ways: 'deleted_at',
  group_chats: 'dismissed_at',
  group_members: 'left_at',
}

export interface KnownRow {
  readonly hash: string
  readonly read_at: Date | string
  readonly [column: string]: unknown
}

export interface Outcome {
  readonly written: readonly Written[]
  readonly hashes: ReadonlyMap<string, string>
}

export interface Written {
  readonly row: HashedRow
  // Undefined for a new row.
  readonly before: (KnownRow & { readonly data: unknown }) | undefined
}

/**
 * Writes rows to a table, and records each change in the table `changes`. Writes a row in three cases: the table lacks
 * the row, the row has changed, or the table marks the row as ended. Skips a row if the table already contains the row
 * from a later read.
 *
 * @param rows - rows with the same columns. If several rows have the same key, only the last one is written.
 * @param shouldReopen - called for each row that the table marks as ended. Returns whether to write the row, so that it
 *   is no longer ended. Default: always.
 */
export async function writeRows(
  connection: Connection,
  table: HashedTable,
  rows: readonly HashedRow[],
  writing: Writing,
  shouldReopen: (row: HashedRow, before: KnownRow) => boolean = () => true,
): Promise<Outcome> {
  if (rows.length === 0) return { written: [], hashes: new Map() }
  const key = tables[table].key.filter((column) => column !== 'corp_id')
  const unique = uniqueByKey(rows, key)
  const end = endColumns[table]
  const extra = table === 'follows' ? ['createtime', 'ended_by', 'fingerprint', 'personal_tags'] : []
  const columns = [...key, 'hash', 'read_at', ...(end ? [end] : []), ...extra]
  const found = await connection.find(table, columns, unique)
  const known = new Map(found.map((row) => [keyOf(row, key), row as unknown as KnownRow]))

  const changed: { readonly row: HashedRow; readonly before: KnownRow | undefined }[] = []
  const reread: HashedRow[] = []
  const hashes = new Map(found.map((row) => [keyOf(row, key), String(row['hash'])]))
  for (const row of unique) {
    const before = known.get(keyOf(row, key))
    if (before && toMs(before.read_at) > writing.readAt.getTime() && !isAhead(before.read_at, writing)) continue
    const hasEnded = before !== undefined && end !== undefined && before[end] !== null
    if (hasEnded && !shouldReopen(row, before)) continue
    hashes.set(keyOf(row, key), row.hash)
    if (!before || hasEnded || before.hash !== row.hash || hasOtherTags(row, before)) changed.push({ row, before })
    else if (writing.source !== 'run') reread.push(row)
    // A page does not change the time of an unchanged row.
    else if (before['fingerprint'] !== row['fingerprint']) reread.push({ ...row, read_at: new Date(before.read_at) })
  }
  // Most rows of most runs are as they were: only of the others is the content read.
  const old = await connection.find(
    table,
    [...key, 'data'],
    changed.flatMap(({ row, before }) => (before ? row : [])),
  )
  const oldData = new Map(old.map((row) => [keyOf(row, key), row['data']]))
  const written = changed.map(({ row, before }): Written => ({
    row,
    before: before && { ...before, data: oldData.get(keyOf(row, key)) },
  }))
  await connection.upsert(
    table,
    written.map(({ row }) => row),
  )
  await connection.upsert(table, reread)
  await addChanges(
    connection,
    writing,
    written.map(({ row, before }) => ({
      kind: `${table}.${!before ? 'created' : end && before[end] !== null ? 'returned' : 'updated'}`,
      keys: Object.fromEntries(key.map((column) => [column, row[column] ?? null])),
      before: before?.data,
    })),
  )
  return { written, hashes }
}

/**
 * Returns whether the personal tags of a follow relation have changed. The hash in the column `hash` does not include
 * personal tags, because only `getContact` returns them.
 */
function hasOtherTags({ personal_tags: now }: HashedRow, { personal_tags: then }: KnownRow): boolean {
  // The first read of personal tags is not a change.
  if (now === undefined || then === undefined || then === null) return false
  // Databases may add spaces to JSON.
  return JSON.stringify(fromJson(then)) !== now
}

/**
 * Returns whether a stored time is more than `maxAheadMs` in the future. Such a time was written while a clock was
 * wrong.
 */
export function isAhead(moment: Date | string, { now }: Writing): boolean {
  return toMs(moment) > now() + maxAheadMs
}

export interface Change {
  readonly kind: string
  readonly keys: Readonly<Record<string, Value>>
  readonly before?: unknown
  readonly by?: string | undefined
}

export async function addChanges(
  connection: Connection,
  { corpId, source, readAt }: Writing,
  changes: readonly Change[],
): Promise<void> {
  await connection.insertNew(
    'changes',
    changes.map(({ kind, keys, before, by }) => ({
      corp_id: corpId,
      at: readAt,
      kind,
      row_key: JSON.stringify(keys),
      // The members of a group chat have one column for members and customers.
      external_userid: keys['external_userid'] ?? (kind.startsWith('group_members.') ? (keys['userid'] ?? null) : null),
      old_data:
        before === undefined || before === null ? null : typeof before === 'string' ? before : JSON.stringify(before),
      actor: by ?? null,
      source,
    })),
  )
}

function uniqueByKey(rows: readonly HashedRow[], key: readonly string[]): HashedRow[] {
  const byKey = new Map(rows.map((row) => [keyOf(row, key), row]))
  // All transactions lock rows in this order, so that no two wait for each other.
  return [...byKey.keys()].toSorted().map((text) => byKey.get(text) as HashedRow)
}

function keyOf(row: Readonly<Record<string, unknown>>, key: readonly string[]): string {
  return key.map((column) => String(row[column])).join('\n')
}
