import { sql } from 'kysely'
import type { SyncContext } from '../context.ts'
import type { Connection } from '../database/Database.ts'
import { queue } from '../database/queue.ts'
import { tellError } from '../tellError.ts'
import { countGaps } from './gaps.ts'
import { type Progress, type RunState, toProgress } from './progress.ts'
import { type ResourceName, resourceNames } from './resourceNames.ts'

export interface Reporter {
  readonly step: () => Promise<void>
  /**
   * Reports that the run waits for WeCom until the time `until`, in milliseconds since 1970 by the clock of the
   * database. If `until` is undefined, reports that the run continues.
   */
  readonly pause: (until: number | undefined) => Promise<void>
}

export async function createReporter(
  context: SyncContext,
  runId: string,
  onProgress: ((progress: Progress) => unknown) | undefined,
): Promise<Reporter> {
  if (!onProgress) return { step: async () => {}, pause: async () => {} }
  const { database, time } = context
  const totals = await countKnown(database, context)
  const began = time.now()
  const { done: doneBefore } = await readState(database, context, runId)
  let pausedUntil: number | undefined
  let hasFailed = false
  // On a database server, the answer to an earlier query can arrive after the answer to a later one. Progress would
  // then seem to go back.
  const { run: oneByOne } = queue()

  const step = (): Promise<void> =>
    oneByOne(async () => {
      const state = await readState(database, context, runId)
      const progress = toProgress(runId, state, totals, time.now() - began, sum(doneBefore), pausedUntil)
      const listen = async (): Promise<unknown> => onProgress(progress)
      // A listener that fails stops no run. It may fail on every page, so that it is logged once.
      listen().catch((error: unknown) => {
        if (!hasFailed) tellError('onProgress', error, undefined)
        hasFailed = true
      })
    })
  return {
    step,
    pause: (until) => {
      pausedUntil = until
      return step()
    },
  }
}

function sum(done: Readonly<Record<ResourceName, number>>): number {
  return Object.values(done).reduce((total, count) => total + count, 0)
}

export async function readState(connection: Connection, context: SyncContext, runId: string): Promise<RunState> {
  const { database, corpId } = context
  const slices = database.build
    .selectFrom('wecom_slices')
    .select([
      'resource',
      'status',
      sql<number | string>`count(*)`.as('slices'),
      sql<number | string>`sum(items)`.as('items'),
    ])
    .where('corp_id', '=', corpId)
    .where('run_id', '=', runId)
    .groupBy(['resource', 'status'])
    .compile()
  const { rows } = await connection.execute(slices)
  const done = Object.fromEntries(resourceNames.map((name) => [name, 0])) as Record<ResourceName, number>
  let over = 0
  let total = 0
  for (const { resource, status, slices: count, items } of rows) {
    done[resource as ResourceName] += Number(items)
    total += Number(count)
    if (status === 'done' || status === 'failed') over += Number(count)
  }
  return { done, slices: { done: over, total }, gaps: await countGaps(connection, context, runId) }
}

async function countKnown(
  connection: Connection,
  { database, corpId }: SyncContext,
): Promise<Partial<Record<ResourceName, number>>> {
  const corp = database.build
    .selectFrom('wecom_corps')
    .select('last_full_run_at')
    .where('corp_id', '=', corpId)
    .compile()
  const [row] = (await connection.execute(corp)).rows
  if (!row?.last_full_run_at) return {}
  const count = async (table: string, end: string): Promise<number> => {
    const query = sql<{ n: number | string }>`select count(*) as n from ${sql.table(table)}
      where corp_id = ${corpId} and ${sql.ref(end)} is null`.compile(database.build)
    return Number((await connection.execute(query)).rows[0]?.n ?? 0)
  }
  return {
    tags: await count('wecom_tag_groups', 'deleted_at'),
    contact_ways: await count('wecom_contact_ways', 'deleted_at'),
    members: await count('wecom_members', 'out_of_view_at'),
    customers: await count('wecom_follows', 'ended_at'),
    group_chats: await count('wecom_group_chats', 'dismissed_at'),
  }
}
