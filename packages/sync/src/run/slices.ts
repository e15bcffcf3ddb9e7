import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { randomUUID } from 'node:crypto'
import type { Connection, Row } from '../database/Database.ts'
import { fromJson, toMs } from '../rows/clean.ts'
import { SyncError } from '../SyncError.ts'
import type { SyncContext } from '../context.ts'
import type { ResourceName } from './resourceNames.ts'

/**
 * A part of the corp's data that a full run reads, such as the customers of some members. One worker at a time reads a
 * slice, page by page. The fields contain the values of one row of the table `slices`.
 */
export interface Slice {
  readonly runId: string
  readonly resource: ResourceName
  readonly name: string
  readonly userids: readonly string[]
  /** Number of times that a worker began to read the slice from its first page. */
  readonly generation: number
  /**
   * Time at which a worker last began to read the slice from its first page, in milliseconds since 1970, by the clock
   * of the database.
   */
  readonly beganAt: number
  readonly cursor: string | undefined
  /** Time at which WeCom returned the cursor, in milliseconds since 1970, by the clock of the database. */
  readonly cursorAt: number
  /**
   * Whether the run has read all pages of the slice. The run must then still check the rows that no page contained,
   * because WeCom may no longer have their data.
   */
  readonly isRead: boolean
  readonly items: number
  /**
   * Random text that identifies the lease of the worker that reads the slice (part of a run). If another worker takes
   * over the slice, the slice gets a new lease token, and all writes with the old token fail.
   */
  readonly leaseToken: string
}

/**
 * An empty page can mean that the list is at its end, or that the cursor has expired. It counts as the end only if this
 * worker received the cursor less than this time ago, in milliseconds.
 */
export const freshMs: number = 60_000

// If the worker does not renew the lease, another worker may take over the slice.
const leaseMs = 60_000

/**
 * Returns an SQL condition for rows of `slices`. The condition is true for a row that no worker is reading: no worker
 * has a lease on the row, or the lease has ended. A lease that ends too far in the future counts as ended, because it
 * was written while a clock was wrong.
 *
 * @param now - time of the database in milliseconds since 1970.
 */
export function isFreeSlice(now: number): RawBuilder<SqlBool> {
  // Twice a lease, because the clocks of two workers can differ a little.
  const latest = new Date(now + 2 * leaseMs)
  return sql`(leased_until is null or leased_until <= ${new Date(now)} or leased_until > ${latest})`
}

export async function addSlices(
  connection: Connection,
  { corpId }: SyncContext,
  runId: string,
  resource: ResourceName,
  parts: readonly { readonly name: string; readonly userids: readonly string[] }[],
): Promise<void> {
  await connection.insertNew(
    'slices',
    parts.map(({ name, userids }) => ({
      corp_id: corpId,
      resource,
      slice: name,
      run_id: runId,
      status: 'todo',
      userids: JSON.stringify(userids),
      generation: 0,
      items: 0,
    })),
  )
}

/**
 * Reserves a slice (part of a full run) for this process. The function takes only a slice that no other worker is
 * reading.
 *
 * @param ownLeaseTokens - lease tokens of the slices that this process is reading. The function does not take such a
 *   slice again, even if its lease has expired during a slow call.
 * @returns the slice. If all remaining slices are being read, returns the milliseconds until one of them may become
 *   free, or `Infinity` if this process is reading all of them. If all slices are done, or another run has replaced
 *   this run, returns undefined.
 */
export async function claimSlice(
  context: SyncContext,
  runId: string,
  ownLeaseTokens: ReadonlySet<string>,
): Promise<Slice | number | undefined> {
  const { database, corpId, time } = context
  await time.measure()
  return database.transaction(async (connection) => {
    const open = database.build
      .selectFrom('wecom_slices')
      .selectAll()
      .where('corp_id', '=', corpId)
      .where('run_id', '=', runId)
      .where('status', 'in', ['todo', 'read'])
    const free = open
      .where(isFreeSlice(time.now()))
      .$if(ownLeaseTokens.size > 0, (query) =>
        query.where((eb) => eb.or([eb('lease_token', 'is', null), eb('lease_token', 'not in', [...ownLeaseTokens])])),
      )
      .orderBy('resource')
      .orderBy('slice')
      .limit(1)
      .$if(database.dialect.locksRows, (query) => query.forUpdate().skipLocked())
      .compile()
    const [row] = (await connection.execute(free)).rows
    if (row) {
      const leaseToken = randomUUID()
      await updateSlice(connection, context, row, { lease_token: leaseToken, leased_until: leaseEnd(time.now()) })
      return toSlice(row, leaseToken)
    }
    const others = (await connection.execute(open.compile())).rows
    if (others.length === 0) return undefined
    // A slice whose lease is missing or over is locked, because another worker is taking the slice.
    const until = others.map(({ lease_token, leased_until }) => {
      if (lease_token !== null && ownLeaseTokens.has(lease_token)) return Infinity
      return leased_until === null ? 0 : toMs(leased_until)
    })
    return Math.max(1, Math.min(...until) - time.now())
  })
}

interface SliceChange {
  readonly status?: 'todo' | 'read' | 'done' | 'failed'
  readonly userids?: readonly string[]
  readonly generation?: number
  readonly beganAt?: number
  readonly cursor?: string | undefined
  readonly items?: number
}

/**
 * Saves the progress of a slice (part of a full run), and renews the worker's lease on it.
 *
 * @returns the slice with the new values.
 * @throws {SyncError} `lease-lost`: another worker has taken over the slice. The caller's transaction must be rolled
 *   back.
 */
export async function moveSlice(
  connection: Connection,
  context: SyncContext,
  slice: Slice,
  change: SliceChange,
): Promise<Slice> {
  const now = context.time.now()
  const { status, userids = slice.userids, generation = slice.generation, beganAt = slice.beganAt } = change
  const isOver = status === 'done' || status === 'failed'
  const cursor = 'cursor' in change ? change.cursor : slice.cursor
  const cursorAt = 'cursor' in change ? now : slice.cursorAt
  const items = change.items ?? slice.items
  const columns = {
    ...(status && { status }),
    userids: JSON.stringify(userids),
    generation,
    generation_began_at: new Date(beganAt),
    next_cursor: cursor ?? null,
    cursor_at: new Date(cursorAt),
    items,
    lease_token: isOver ? null : slice.leaseToken,
    leased_until: isOver ? null : leaseEnd(now),
  }
  const isHeld = await connection.change('slices', keyOf(context, slice), columns, { lease_token: slice.leaseToken })
  if (!isHeld) {
    throw new SyncError('lease-lost', `${slice.resource} ${slice.name}: another worker has taken over this slice`)
  }
  const isRead = status === undefined ? slice.isRead : status === 'read'
  return { ...slice, userids, generation, beganAt, cursor, cursorAt, items, isRead }
}

/**
 * Starts a slice (part of a full run) again from its first page. Deletes the ids that the worker has found in the slice
 * so far (table `seen`).
 */
export async function beginGeneration(context: SyncContext, slice: Slice): Promise<Slice> {
  return context.database.transaction((connection) => beginGenerationIn(connection, context, slice, slice.userids))
}

export async function splitSlice(context: SyncContext, slice: Slice): Promise<Slice> {
  const half = Math.ceil(slice.userids.length / 2)
  return context.database.transaction(async (connection) => {
    const part = { name: `${slice.name}.${half}`, userids: slice.userids.slice(half) }
    const first = await beginGenerationIn(connection, context, slice, slice.userids.slice(0, half))
    await addSlices(connection, context, slice.runId, slice.resource, [part])
    return first
  })
}

async function beginGenerationIn(
  connection: Connection,
  context: SyncContext,
  slice: Slice,
  userids: readonly string[],
): Promise<Slice> {
  const { generation } = slice
  const change = { userids, generation: generation + 1, beganAt: context.time.now(), cursor: undefined, items: 0 }
  const begun = await moveSlice(connection, context, slice, { ...change, status: 'todo' })
  await forgetSeen(connection, context, slice)
  return begun
}

export async function releaseSlice(context: SyncContext, slice: Slice): Promise<void> {
  const free = { lease_token: null, leased_until: null }
  await context.database.change('slices', keyOf(context, slice), free, { lease_token: slice.leaseToken })
}

function keyOf({ corpId }: SyncContext, { resource, name }: Slice): Row {
  return { corp_id: corpId, resource, slice: name }
}

/**
 * Records in the table `seen` which items a page contained.
 *
 * @param page - position of the page in the list: the number of items on all pages before the page.
 * @param shown - items of the page. `owner` is the userid of the member to whom the item belongs. It is an empty text
 *   if items of this kind belong to no member.
 */
export async function addSeen(
  connection: Connection,
  { corpId }: SyncContext,
  { resource, name }: Slice,
  page: number,
  shown: readonly { readonly owner: string; readonly item: string }[],
): Promise<void> {
  const rows = [...Map.groupBy(shown, ({ owner }) => owner)].map(([owner, items]) => ({
    corp_id: corpId,
    resource,
    slice: name,
    owner,
    page,
    items: JSON.stringify(items.map(({ item }) => item)),
  }))
  await connection.insertNew('seen', rows)
}

export async function listSeen(
  connection: Connection,
  { database, corpId }: SyncContext,
  { resource, name }: Slice,
  owner: string,
): Promise<ReadonlySet<string>> {
  const query = database.build
    .selectFrom('wecom_seen')
    .select('items')
    .where('corp_id', '=', corpId)
    .where('resource', '=', resource)
    .where('slice', '=', name)
    .where('owner', '=', owner)
    .compile()
  const { rows } = await connection.execute(query)
  return new Set(rows.flatMap(({ items }) => JSON.parse(items) as string[]))
}

export async function forgetSeen(connection: Connection, context: SyncContext, slice: Slice): Promise<void> {
  await connection.execute(
    context.database.build
      .deleteFrom('wecom_seen')
      .where('corp_id', '=', context.corpId)
      .where('resource', '=', slice.resource)
      .where('slice', '=', slice.name)
      .compile(),
  )
}

interface SliceRow {
  readonly resource: string
  readonly slice: string
  readonly run_id: string
  readonly status: string
  readonly userids: unknown
  readonly generation: number
  readonly generation_began_at: Date | string | null
  readonly next_cursor: string | null
  readonly cursor_at: Date | string | null
  readonly items: number
}

function toSlice(row: SliceRow, leaseToken: string): Slice {
  return {
    runId: row.run_id,
    resource: row.resource as ResourceName,
    name: row.slice,
    userids: (fromJson(row.userids) as string[] | null) ?? [],
    generation: row.generation,
    beganAt: toMs(row.generation_began_at ?? new Date(0)),
    cursor: row.next_cursor ?? undefined,
    cursorAt: toMs(row.cursor_at ?? new Date(0)),
    isRead: row.status === 'read',
    items: row.items,
    leaseToken,
  }
}

async function updateSlice(
  connection: Connection,
  { database, corpId }: SyncContext,
  { resource, slice }: SliceRow,
  lease: { readonly lease_token: string; readonly leased_until: Date },
): Promise<void> {
  await connection.execute(
    database.build
      .updateTable('wecom_slices')
      .set(lease)
      .where('corp_id', '=', corpId)
      .where('resource', '=', resource)
      .where('slice', '=', slice)
      .compile(),
  )
}

function leaseEnd(now: number): Date {
  return new Date(now + leaseMs)
}
