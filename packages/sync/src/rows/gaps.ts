import type { SyncContext } from '../context.ts'
import type { Connection } from '../database/Database.ts'

export type GapKind = 'failed' | 'denied' | 'suspicious'

export interface GapReason {
  readonly kind: GapKind
  readonly errcode?: number | undefined
  readonly reason: string
  /** Time at which the gap was found. Default: now. Also becomes the gap's `since` if the gap does not exist yet. */
  readonly foundAt?: Date | undefined
}

/**
 * Records gaps (data that could not be read). If a gap already exists, its `since` stays the same.
 *
 * @param runId - id of the full run that found the gaps. If this run has ended, the function records nothing. Null if
 *   no full run found the gaps. With null, the function stores the id of the full run that is open now, if there is
 *   one. Otherwise this run would delete the gaps, because at its end, a full run deletes all gaps without its id.
 */
export async function addGaps(
  connection: Connection,
  context: SyncContext,
  runId: string | null,
  resource: string,
  items: readonly string[],
  { kind, errcode, reason, foundAt = new Date(context.time.now()) }: GapReason,
): Promise<void> {
  if (items.length === 0) return
  const { corpId } = context
  if (runId !== null) {
    const [run] = await connection.find('runs', ['ended_at'], [{ corp_id: corpId, run_id: runId }])
    if (run?.['ended_at'] !== null) return
  }
  const key = { corp_id: corpId, resource }
  const unique = [...new Set(items)]
  const owner = runId ?? (await openRun(connection, context))
  const rest = { kind, errcode: errcode ?? null, reason }
  const found = await connection.find(
    'gaps',
    ['item', 'since', 'run_id'],
    unique.map((item) => ({ ...key, item })),
  )
  const known = new Map(found.map((row) => [String(row['item']), row]))
  await connection.upsert(
    'gaps',
    unique.map((item) => ({
      ...key,
      item,
      ...rest,
      since: new Date((known.get(item)?.['since'] as Date | string | undefined) ?? foundAt),
      found_at: foundAt,
      // A full run that also found the gap must not lose it.
      run_id: owner ?? (known.get(item)?.['run_id'] as string | null | undefined) ?? null,
    })),
  )
}

async function openRun(connection: Connection, { database, corpId }: SyncContext): Promise<string | undefined> {
  const query = database.build
    .selectFrom('wecom_runs')
    .select('run_id')
    .where('corp_id', '=', corpId)
    .where('ended_at', 'is', null)
    .compile()
  return (await connection.execute(query)).rows[0]?.run_id
}
