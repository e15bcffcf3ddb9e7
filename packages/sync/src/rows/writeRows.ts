import type { Connection, Row, Value } from '../database/Database.ts'
import { type TableName, tables } from '../schema/tables.ts'
import { toMs } from './clean.ts'

/** The source of a write, and the time at which its read began. */
export interface Writing {
  readonly corpId: string
  /** `run`: a page of a full run. `event` and `refresh`: a single read, which always writes `read_at`. */
  readonly source: 'run' | 'event' | 'refresh'
  /** When the read began from which the rows come. */
  readonly readAt: Date
}

/** A row with a hash of its content, and perhaps columns that end it, such as `ended_at`. */
export type HashedRow = Row & { readonly hash: string; readonly data: string }

/** The tables whose rows have a hash. */
export type HashedTable = {
  [Name in TableName]: 'hash' extends keyof (typeof tables)[Name]['columns'] ? Name : never
}[TableName]

/** The column by which a row of the table ends, and what else it says then. */
export const endColumns: Readonly<Partial<Record<TableName, string>>> = {
  follows: 'ended_at',
  tag_groups: 'deleted_at',
  tags: 'deleted_at',
  contact_ways: 'deleted_at',
  group_chats: 'dismissed_at',
  group_members: 'left_at',
}

/** A row that is in the table already. */
export interface KnownRow {
  readonly hash: string
  readonly read_at: Date | string
  readonly [column: string]: unknown
}

/** What became of the rows of a read. */
export interface Outcome {
  readonly written: readonly Written[]
  /** The hash that the table holds now, by key without the corpid, for each of the rows. */
  readonly hashes: ReadonlyMap<string, string>
}

/** A row that was written, and the row before. */
export interface Written {
  readonly row: HashedRow
  readonly before: (KnownRow & { readonly data: unknown }) | undefined
}

/**
 * Writes the rows of a read: those that are new, and those whose content or end has changed. Rows that a later read has
 * written already stay. Adds a change for each.
 *
 * @param rows - all with the same columns; where a key comes twice, the last row counts.
 * @param revives - whether a row that has ended is live again. Default: it is.
 */
export async function writeRows(
  connection: Connection,
  table: HashedTable,
  rows: readonly HashedRow[],
  writing: Writing,
  revives: (row: HashedRow, before: KnownRow) => boolean = () => true,
): Promise<Outcome> {
  const key = tables[table].key.filter((column) => column !== 'corp_id')
  const unique = uniqueByKey(rows, key)
  const end = endColumns[table]
  const extra = table === 'follows' ? ['createtime', 'ended_by', 'fingerprint'] : []
  const columns = [...key, 'hash', 'read_at', ...(end ? [end] : []), ...extra]
  const found = await connection.find(table, columns, unique)
  const known = new Map(found.map((row) => [keyOf(row, key), row as unknown as KnownRow]))

  const changed: { readonly row: HashedRow; readonly before: KnownRow | undefined }[] = []
  const reread: HashedRow[] = []
  const hashes = new Map(found.map((row) => [keyOf(row, key), String(row['hash'])]))
  for (const row of unique) {
    const before = known.get(keyOf(row, key))
    if (before && toMs(before.read_at) > writing.readAt.getTime()) continue
    const hasEnded = before !== undefined && end !== undefined && before[end] !== null
    if (hasEnded && !revives(row, before)) continue
    hashes.set(keyOf(row, key), row.hash)
    if (!before || hasEnded || before.hash !== row.hash) changed.push({ row, before })
    else if (writing.source !== 'run') reread.push(row)
    // Pages leave the time of rows that are as they were.
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

export interface Change {
  readonly kind: string
  readonly keys: Readonly<Record<string, Value>>
  /** `data` of the row before, as the database gave it. */
  readonly before?: unknown
  readonly by?: string | undefined
}

/** Appends to the feed of `changes`. */
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

/** In the order of their keys, so that two transactions never wait for each other's rows. */
function uniqueByKey(rows: readonly HashedRow[], key: readonly string[]): HashedRow[] {
  const byKey = new Map(rows.map((row) => [keyOf(row, key), row]))
  return [...byKey.keys()].toSorted().map((text) => byKey.get(text) as HashedRow)
}

function keyOf(row: Readonly<Record<string, unknown>>, key: readonly string[]): string {
  return key.map((column) => String(row[column])).join('\n')
}
