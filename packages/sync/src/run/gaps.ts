import { isApiError, isWeComError } from '@wecom/core'
import type { Connection } from '../database/Database.ts'
import { cleanText, toMs } from '../rows/clean.ts'
import type { SyncContext } from '../context.ts'

/** Something that could not be read, so that the tables may be older there than elsewhere. */
export interface Gap {
  /** `customers`, `group_chats` and so on. */
  readonly resource: string
  /** A userid, chat_id or config_id; `*` for the whole resource. */
  readonly item: string
  /**
   * `denied`: WeCom does not let this app read it. `suspicious`: so much would end at once that nothing was ended.
   * `failed`: everything else.
   */
  readonly kind: GapKind
  readonly errcode: number | undefined
  readonly reason: string
  /** Milliseconds since 1970. */
  readonly since: number
}

export type GapKind = 'failed' | 'denied' | 'suspicious'

/** Why something could not be read. */
export interface GapReason {
  readonly kind: GapKind
  readonly errcode?: number | undefined
  readonly reason: string
}

/** Ends the reading of a slice for a reason that is not WeCom's. */
export class GapError extends Error {
  readonly gap: GapReason

  constructor(gap: GapReason) {
    super(gap.reason)
    this.gap = gap
  }
}

/**
 * Errcodes that mean: this app may not read that. 40003, 40031 and 60111: the member is unknown, or out of the visible
 * range. 60011: out of the visible range. 48002: the app may not make the call. 701008: no interoperation licence.
 */
const deniedErrcodes: readonly number[] = [40003, 40031, 48002, 60011, 60111, 701008]

/**
 * Errcodes with which all further calls would fail, too: wrong secret or corp, token, IP that is not trusted. Going on
 * would get the IP banned.
 */
const fatalErrcodes: readonly number[] = [40001, 40013, 40014, 40056, 42001, 60020]

export function isFatal(error: unknown): boolean {
  return isApiError(error, ...fatalErrcodes)
}

/** The reason of an error of a call; undefined for errors that have another cause. */
export function toGapReason(error: unknown): GapReason | undefined {
  if (error instanceof GapError) return error.gap
  if (isApiError(error)) {
    const kind = deniedErrcodes.includes(error.errcode) ? 'denied' : 'failed'
    return { kind, errcode: error.errcode, reason: cleanText(error.summary) }
  }
  if (isWeComError(error) && error.kind !== 'abort') return { kind: 'failed', reason: cleanText(error.summary) }
  return undefined
}

/** Notes gaps. One that is there already keeps its `since`. */
export async function addGaps(
  connection: Connection,
  { corpId, time }: SyncContext,
  runId: string | null,
  resource: string,
  items: readonly string[],
  { kind, errcode, reason }: GapReason,
): Promise<void> {
  const key = { corp_id: corpId, resource }
  const unique = [...new Set(items)]
  const rest = { kind, errcode: errcode ?? null, reason, run_id: runId }
  const known = await connection.find(
    'gaps',
    ['item', 'since'],
    unique.map((item) => ({ ...key, item })),
  )
  const since = new Map(known.map((row) => [String(row['item']), row['since'] as Date | string]))
  await connection.upsert(
    'gaps',
    unique.map((item) => ({ ...key, item, ...rest, since: new Date(since.get(item) ?? time.now()) })),
  )
}

/** The items of a resource that this run could not read. */
export async function gapsOfRun(
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
    .compile()
  return new Set((await connection.execute(query)).rows.map(({ item }) => item))
}

/** Closes the gaps that this run did not meet again. */
export async function closeOtherGaps(
  connection: Connection,
  { database, corpId }: SyncContext,
  runId: string,
): Promise<void> {
  await connection.execute(
    database.build
      .deleteFrom('wecom_gaps')
      .where('corp_id', '=', corpId)
      .where((eb) => eb.or([eb('run_id', 'is', null), eb('run_id', '!=', runId)]))
      .compile(),
  )
}

export async function listGaps(connection: Connection, { database, corpId }: SyncContext): Promise<Gap[]> {
  const query = database.build
    .selectFrom('wecom_gaps')
    .selectAll()
    .where('corp_id', '=', corpId)
    .orderBy('resource')
    .orderBy('item')
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
