import { randomUUID } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { SyncContext } from '../context.ts'
import type { Connection, Row } from '../database/Database.ts'
import { toMs } from '../rows/clean.ts'

export type Backlog = 'dirty' | 'inbox'

/**
 * Row of the table `dirty` (data to read again) or `inbox` (events) that a worker is handling. Other workers skip the
 * row for a limited time (the lease).
 */
export interface Claim {
  readonly key: Row
  readonly attempts: number
  readonly row: Readonly<Record<string, unknown>>
  readonly leaseToken: string
}

// A read or an event handler should take far less time.
const leaseMs = 5 * 60_000

// A row waits for an hour at most, after a failure.
const maxDueAheadMs = 2 * 60 * 60_000

/**
 * Returns an SQL condition for rows of `dirty` or `inbox`. The condition is true for a row that is due and that no
 * worker is handling. A row whose time is too far in the future also counts as due, because the time was written while
 * a clock was wrong.
 *
 * @param now - time of the database in milliseconds since 1970.
 * @param dueBy - latest time at which the row was due, in milliseconds since 1970. Default: now.
 */
export function isFree(now: number, dueBy: number = now): RawBuilder<boolean> {
  // After a clock was set back, `now` is the smaller one. With `dueBy`, a row whose read has just failed would be due.
  return sql`(due_at <= ${new Date(Math.min(now, dueBy))} or due_at > ${new Date(now + maxDueAheadMs)}) and not (${isHeld(now)})`
}

/**
 * Returns an SQL condition for rows of `dirty` or `inbox`. The condition is true for a row that a worker is handling.
 *
 * @param now - time of the database in milliseconds since 1970.
 */
export function isHeld(now: number): RawBuilder<boolean> {
  // If `leased_until` is more than two leases ahead, a worker wrote it while a clock was wrong. Two leases, because the
  // clocks of two workers can differ a little.
  return sql`leased_until is not null and leased_until > ${new Date(now)} and leased_until <= ${new Date(now + 2 * leaseMs)}`
}

const keys = { dirty: ['corp_id', 'kind', 'item'], inbox: ['corp_id', 'event_key'] } as const

const open = (table: Backlog) => (table === 'inbox' ? sql`and status = 'new'` : sql``)

/**
 * Reserves the row that has been due for the longest time.
 *
 * @param dueBy - skips rows that became due after this time, in milliseconds since 1970. Default: now.
 */
export async function claimDue(context: SyncContext, table: Backlog, dueBy?: number): Promise<Claim | undefined> {
  const { database, corpId, time } = context
  await time.measure()
  return database.transaction(async (connection) => {
    const locked = database.dialect.locksRows ? sql`for update skip locked` : sql``
    const query = sql<Record<string, unknown>>`select * from ${sql.table(`wecom_${table}`)}
      where corp_id = ${corpId} ${open(table)} and ${isFree(time.now(), dueBy)}
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

export async function nextDue({ database, corpId }: SyncContext, table: Backlog): Promise<number | undefined> {
  // A row that a worker is handling is due when its lease expires, or later.
  const query = sql<{ at: Date | string | null }>`
    select min(case when leased_until > due_at then leased_until else due_at end) as at
    from ${sql.table(`wecom_${table}`)} where corp_id = ${corpId} ${open(table)}`
  const [row] = (await database.execute(query.compile(database.build))).rows
  return row?.at ? toMs(row.at) : undefined
}

export async function countOpen({ database, corpId }: SyncContext, table: Backlog): Promise<number> {
  const query = sql<{ n: number | string }>`
    select count(*) as n from ${sql.table(`wecom_${table}`)} where corp_id = ${corpId} ${open(table)}`
  return Number((await database.execute(query.compile(database.build))).rows[0]?.n ?? 0)
}

/**
 * Writes `columns` to a row, and ends the worker's lease on the row. Does nothing if another worker has taken over the
 * row.
 */
export async function release(
  connection: Connection,
  table: Backlog,
  { key, leaseToken }: Claim,
  columns: Row,
): Promise<void> {
  const free = { lease_token: null, leased_until: null }
  await connection.change(table, key, { ...columns, ...free }, { lease_token: leaseToken })
}

export function waitAfter(attempts: number): number {
  return Math.min(5_000 * 2 ** attempts, 3_600_000)
}
