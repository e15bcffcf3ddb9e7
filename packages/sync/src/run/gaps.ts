import { isApiError, isWeComError } from '@wecom/core'
import { sql } from 'kysely'
import type { Connection } from '../database/Database.ts'
import { cleanText, reasonOf, toMs } from '../rows/clean.ts'
import type { GapKind, GapReason } from '../rows/gaps.ts'
import type { SyncContext } from '../context.ts'
import { resourceOf } from './denied.ts'
import { isSyncError } from '../SyncError.ts'

/**
 * Data that the sync could not read from WeCom. The tables may still contain an older version of this data. A full run
 * reads the whole corp, and records all data that it could not read. `drain` reads changed data after events, and
 * records data that it could not read only if WeCom refused access in four attempts.
 */
export interface Gap {
  /** Kind of data, such as `customers` or `group_chats`. */
  readonly resource: string
  /**
   * Id of the data that could not be read: a userid, chat_id or config_id. For `group_chats`, a userid means all group
   * chats of this owner. `*` means all data of this kind.
   */
  readonly item: string
  /**
   * Reason of the gap:
   * - `denied`: this app is not allowed to read the data.
   * - `suspicious`: so much data is missing in WeCom's lists at once that the lists are probably wrong. The missing
   *   rows are not marked as ended. Missing members are an exception: they are marked as out of view, but their follow
   *   relations stay unchanged. If the lists are right, call `Sync.run` with the option `acceptMissing`.
   * - `failed`: any other error.
   */
  readonly kind: GapKind
  readonly errcode: number | undefined
  readonly reason: string
  /** Time since which the data cannot be read, in milliseconds since 1970. */
  readonly since: number
}

/**
 * Error that ends a part of a full run. After this error, the sync records a gap (data that it could not read). The sync
 * throws it in these cases:
 * - It has restarted the part too often. It restarts a part from the first page if the cursor of the next page is too
 *   old or does not work.
 * - WeCom's list of unassigned customers breaks off.
 * - A call never ended, for example because a token source does not answer.
 */
export class GapError extends Error {
  readonly gap: GapReason

  constructor(gap: GapReason) {
    super(gap.reason)
    this.gap = gap
  }
}

/** A call throws this error if the signal of the run aborts while the call waits to be repeated. */
export class RunAbortedError extends Error {}

// The app is not allowed to read the data:
// - 40003, 40031, 60111: the member is unknown or not in the visible range.
// - 60011: the member, department or tag is not in the visible range.
// - 48002: the app is not allowed to make this call.
// - 701008: the member has no interoperation licence (互通许可).
const deniedErrcodes: readonly number[] = [40003, 40031, 48002, 60011, 60111, 701008]

// Further calls would make WeCom ban the IP address:
// - 40001, 40013, 40056: wrong secret, corp id or app.
// - 40014, 42001: invalid or expired token.
// - 60020: the IP is not trusted.
const fatalErrcodes: readonly number[] = [40001, 40013, 40014, 40056, 42001, 60020]

// WeCom refuses all calls to the endpoint, not only those for one item:
// - 45009, 45033: too many calls.
// - 48002: the app is not allowed to make this call.
const refusedForAll: readonly number[] = [...fatalErrcodes, 45009, 45033, 48002]

/**
 * Converts an error to the reason why one item could not be read: a group chat, a contact way, or the customers of one
 * member. Throws the error instead if other items cannot be read either, for example because WeCom does not respond.
 */
export function itemGap(error: unknown): GapReason {
  const isForAll = isApiError(error)
    ? refusedForAll.includes(error.errcode)
    : isWeComError(error) || error instanceof GapError
  const gap = isForAll ? undefined : toGapReason(error)
  if (!gap) throw error
  return gap
}

export function isFatal(error: unknown): boolean {
  return isApiError(error, ...fatalErrcodes)
}

/**
 * Converts an error to the reason of a gap (data that could not be read). Unexpected errors also become gaps, so that
 * they do not end the whole run. For example, code may throw a `TypeError` because WeCom's answer lacks a field.
 * Returns undefined if the database failed, or if the call was aborted.
 */
export function toGapReason(error: unknown): GapReason | undefined {
  if (error instanceof GapError) return error.gap
  if (isApiError(error)) {
    const kind = deniedErrcodes.includes(error.errcode) ? 'denied' : 'failed'
    return { kind, errcode: error.errcode, reason: cleanText(error.summary) }
  }
  if (isSyncError(error) || error instanceof RunAbortedError) return undefined
  if (!isWeComError(error)) return { kind: 'failed', reason: reasonOf(error) }
  return error.kind === 'abort' ? undefined : { kind: 'failed', reason: cleanText(error.summary) }
}

/**
 * Returns the items that the run could not read. Items with a gap of the kind `suspicious` are not among them: the run
 * could read WeCom's lists for these items, but the lists were probably wrong.
 */
export async function unreadOfRun(
  connection: Connection,
  { database, corpId }: SyncContext,
  runId: string,
  resource: string,
): Promise<ReadonlySet<string>> {
  const query = database.build
    .selectFrom('wecom_gaps')
    .select('item')
    .where('corp_id', '=', corpId)
    .where('resource', '=', resource)
    .where('run_id', '=', runId)
    .where('kind', '!=', 'suspicious')
    .compile()
  return new Set((await connection.execute(query)).rows.map(({ item }) => item))
}

/**
 * Deletes the gaps of the kind `suspicious` that this run has recorded for `items`. Call this function when the run has
 * checked the rows of the items and accepts WeCom's lists, or misses no rows of the items. Such gaps exist only if the
 * run was interrupted after an earlier check, which did not accept the lists, or if `drain` read the tags meanwhile.
 *
 * @param readAt - start time of the read of WeCom's lists. Gaps that were found again later stay. Default: all gaps are
 *   deleted.
 */
export async function closeSuspicious(
  connection: Connection,
  { database, corpId }: SyncContext,
  runId: string,
  resource: string,
  items: readonly string[],
  readAt?: Date,
): Promise<void> {
  if (items.length === 0) return
  await connection.execute(
    database.build
      .deleteFrom('wecom_gaps')
      .where('corp_id', '=', corpId)
      .where('resource', '=', resource)
      .where('item', 'in', [...items])
      .where('run_id', '=', runId)
      .where('kind', '=', 'suspicious')
      .$if(readAt !== undefined, (query) =>
        // Rows of an earlier version have no `found_at`.
        query.where((eb) => eb(eb.fn.coalesce('found_at', 'since'), '<=', readAt as Date)),
      )
      .compile(),
  )
}

// Without the list of members, a run has no parts that read this data.
const needMembers = ['customers', 'group_chats', 'unassigned'] as const

/**
 * Deletes the gaps that only earlier runs have found. Exception: gaps of data that this run did not read become gaps of
 * this run, so that its report lists them. The run did not read:
 * - If it could not read the list of members: any customers and group chats.
 * - If suspiciously many members are missing in the list: the customers and group chats of these members.
 * - Changed data whose last read failed. The read is repeated later.
 */
export async function closeOtherGaps(
  connection: Connection,
  { database, corpId }: SyncContext,
  runId: string,
): Promise<void> {
  const list = { corp_id: corpId, resource: 'members', item: '*' }
  const [gap] = await connection.find('gaps', ['kind', 'run_id'], [list])
  const part = { corp_id: corpId, resource: 'members', slice: '*' }
  const [members] = await connection.find('slices', ['status'], [part])
  if (members?.['status'] === 'failed') {
    const keep = database.build
      .updateTable('wecom_gaps')
      .set({ run_id: runId })
      .where('corp_id', '=', corpId)
      .where('resource', 'in', needMembers)
    await connection.execute(keep.compile())
  } else if (gap?.['kind'] === 'suspicious' && gap['run_id'] === runId) {
    const inView = sql`select userid from wecom_members where corp_id = ${corpId} and out_of_view_at is null`
    // An item can also be a customer, who may have relations with several members. The gap stays.
    const keep = sql`update wecom_gaps set run_id = ${runId}
      where corp_id = ${corpId} and resource in ('customers', 'group_chats') and item not in (${inView})
        and item not in (select chat_id from wecom_group_chats where corp_id = ${corpId} and owner in (${inView}))`
    await connection.execute(keep.compile(database.build))
  }
  for (const [kind, resource] of Object.entries(resourceOf)) {
    const unread = database.build
      .selectFrom('wecom_dirty')
      .select('item')
      .where('corp_id', '=', corpId)
      .where('kind', '=', kind)
      .where('reason', 'is not', null)
    const keep = database.build
      .updateTable('wecom_gaps')
      .set({ run_id: runId })
      .where('corp_id', '=', corpId)
      .where('resource', '=', resource)
      .where('item', 'in', unread)
    await connection.execute(keep.compile())
  }
  await connection.execute(
    database.build
      .deleteFrom('wecom_gaps')
      .where('corp_id', '=', corpId)
      .where((eb) => eb.or([eb('run_id', 'is', null), eb('run_id', '!=', runId)]))
      .compile(),
  )
}

// A report is one value in the database, and a database server limits the size of a value.
const maxListed = 1_000

/** Returns at most 1,000 gaps of a full run. Gaps of the kind `denied` come last, so they are left out first. */
export async function listGaps(
  connection: Connection,
  { database, corpId }: SyncContext,
  runId: string,
): Promise<Gap[]> {
  const query = database.build
    .selectFrom('wecom_gaps')
    .selectAll()
    .where('corp_id', '=', corpId)
    .where('run_id', '=', runId)
    .orderBy(sql`case when kind = 'denied' then 1 else 0 end`)
    .orderBy('resource')
    .orderBy('item')
    .limit(maxListed)
    .compile()
  const { rows } = await connection.execute(query)
  return rows.map(({ resource, item, kind, errcode, reason, since }) => ({
    resource,
    item,
    kind: kind as GapKind,
    errcode: errcode ?? undefined,
    reason,
    since: toMs(since),
  }))
}

export async function countGaps(
  connection: Connection,
  { database, corpId }: SyncContext,
  runId: string,
): Promise<number> {
  const query = database.build
    .selectFrom('wecom_gaps')
    .select(sql<number | string>`count(*)`.as('n'))
    .where('corp_id', '=', corpId)
    .where('run_id', '=', runId)
    .compile()
  return Number((await connection.execute(query)).rows[0]?.n ?? 0)
}
