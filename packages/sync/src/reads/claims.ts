import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { SyncContext } from '../context.ts'
import type { Connection, Row } from '../database/Database.ts'
import { toMs } from '../rows/clean.ts'

/** Name of a table that contains work. `dirty` contains data to read again, and `inbox` contains events to handle. */
export type Backlog = 'dirty' | 'inbox'

/**
 * Row of the table `dirty` or `inbox` that a worker is handling. The worker may handle the row for a limited time (the
 * lease). Other workers skip the row until the lease expires.
 */
export interface Claim {
  readonly key: Row
  readonly attempts: number
  readonly row: Readonly<Record<string, unknown>>
  readonly leaseToken: string
}

/**
 * Time for which a worker may handle a row of `dirty` or `inbox` (the lease), in milliseconds. Afterwards another
 * worker may handle the row. A read or an event handler should take far less time.
 */
const leaseMs = 5 * 60_000

const keys = { dirty: ['corp_id', 'kind', 'item'], inbox: ['corp_id', 'event_key'] } as const

const open = (table: Backlog) => (table === 'inbox' ? sql`and status = 'new'` : sql``)

/**
 * Takes the row of the table `dirty` or `inbox` that has been due for the longest time. It skips rows that another
 * worker is handling.
 * @returns the row. Undefined if no row is due.
 */
export async function claimDue(context: SyncContext, table: Backlog): Promise<Claim | undefined> {
  const { database, corpId, time } = context
  await time.measure()
  return database.transaction(async (connection) => {
    const now = new Date(time.now())
    const locked = database.dialect.locksRows ? sql`for update skip locked` : sql``
    const query = sql<Record<string, unknown>>`select * from ${sql.table(`wecom_${table}`)}
      where corp_id = ${corpId} and due_at <= ${now} ${open(table)}
        and (leased_until is null or leased_until <= ${now})
      order by due_at limit 1 ${locked}`
    const [row] = (await connection.execute(query.compile(database.build))).rows
    if (!row) return undefined
    const key = Object.fromEntries(keys[table].map((column) => [column, String(row[column])]))
    const leaseToken = randomUUID()
    const lease = { lease_token: leaseToken, leased_until: new Date(time.now() + leaseMs) }
    await connection.change(table, key, lease)
    return { key, attempts: Number(row['attempts']), row, leaseToken }
  })
}

/**
 * Returns the time at which the next row of the table `dirty` or `inbox` is due, in milliseconds by the clock of the
 * database. Undefined if all work in the table is done.
 */
export async function nextDue({ database, corpId }: SyncContext, table: Backlog): Promise<number | undefined> {
  const query = sql<{ at: Date | string | null }>`
    select min(case when leased_until > due_at then leased_until else due_at end) as at
    from ${sql.table(`wecom_${table}`)} where corp_id = ${corpId} ${open(table)}`
  const [row] = (await database.execute(query.compile(database.build))).rows
  return row?.at ? toMs(row.at) : undefined
}

/** Returns the number of rows in the table `dirty` or `inbox` whose work is not done. */
export async function countOpen({ database, corpId }: SyncContext, table: Backlog): Promise<number> {
  const query = sql<{ n: number | string }>`
    select count(*) as n from ${sql.table(`wecom_${table}`)} where corp_id = ${corpId} ${open(table)}`
  return Number((await database.execute(query.compile(database.build))).rows[0]?.n ?? 0)
}

/** Sets a later time at which a row of the table `dirty` or `inbox` is due. Any worker can then handle the row. */
export async function postpone(
  connection: Connection,
  table: Backlog,
  { key }: Claim,
  columns: { readonly due_at: Date; readonly attempts: number; readonly reason: string | null },
): Promise<void> {
  await connection.change(table, key, { ...columns, lease_token: null, leased_until: null })
}

/**
 * Returns how long to wait before the next attempt, in milliseconds. The time doubles with every failed attempt, up to
 * an hour.
 */
export function waitAfter(attempts: number): number {
  return Math.min(5_000 * 2 ** attempts, 3_600_000)
}
