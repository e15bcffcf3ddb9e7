import { type RawBuilder, sql } from 'kysely'
import { maxAheadMs } from '../context.ts'
import type { Database } from '../database/Database.ts'
import { isFree, isHeld } from '../reads/claims.ts'
import { isFreeSlice } from '../run/slices.ts'
import { isUnfinished } from '../run/unfinished.ts'

export async function corpsToDrain(database: Database, now: number, withEvents: boolean): Promise<string[]> {
  const reads = sql`select corp_id, min(due_at) as due from wecom_dirty where ${isFree(now)} group by corp_id`
  const events = sql`select corp_id, min(due_at) as due from wecom_inbox where status = 'new' and ${isFree(now)} group by corp_id`
  const all = withEvents ? sql`${reads} union all ${events}` : reads
  return corpIds(database, sql`select corp_id from (${all}) waiting group by corp_id order by min(due)`)
}

/**
 * Returns whether an event of the corp is waiting: the event arrived before `before`, and its handler has not been
 * called yet.
 *
 * @param before - time in milliseconds since 1970.
 */
export async function hasWaitingEvents(database: Database, corpId: string, before: number): Promise<boolean> {
  const query = sql`select 1 from wecom_inbox
    where corp_id = ${corpId} and status = 'new' and attempts = 0 and received_at < ${new Date(before)} limit 1`
  return (await database.execute(query.compile(database.build))).rows.length > 0
}

/**
 * Returns the ids of the corps for which a worker can continue, end or start a full run. The corps are of three kinds,
 * and those of the third kind come last:
 * - A part of the corp's run is unfinished, and no worker is reading this part. A worker can read the part.
 * - All parts of the corp's run are finished, but the run has not ended, and no worker is reading changed data of the
 *   corp. A worker can end the run.
 * - The corp has no unfinished run. The last full run ended before `dueAt`, or there was no full run yet. A worker can
 *   start a run.
 *
 * `now` and `dueAt` are in milliseconds since 1970 by the clock of the database.
 */
export async function corpsToRun(database: Database, now: number, dueAt: number): Promise<string[]> {
  const isOpen = sql`r.corp_id = c.corp_id and ${isUnfinished(now)}`
  const isTodo = sql`s.corp_id = r.corp_id and s.run_id = r.run_id and s.status in ('todo', 'read')`
  const open = await corpIds(
    database,
    sql`select c.corp_id from wecom_corps c join wecom_runs r on ${isOpen} where
      exists (select 1 from wecom_slices s where ${isTodo} and ${isFreeSlice(now)})
      or not exists (select 1 from wecom_slices s where ${isTodo})
        and not exists (select 1 from wecom_dirty d where d.corp_id = c.corp_id and ${isHeld(now)})`,
  )
  const due = await corpIds(
    database,
    sql`select c.corp_id from wecom_corps c
      where not exists (select 1 from wecom_runs r where ${isOpen})
        and (c.last_full_run_at is null or c.last_full_run_at < ${new Date(dueAt)}
          or c.last_full_run_at > ${new Date(now + maxAheadMs)})
      order by coalesce(c.last_full_run_at, c.created_at)`,
  )
  return [...open, ...due]
}

async function corpIds(database: Database, query: RawBuilder<unknown>): Promise<string[]> {
  const { rows } = await database.execute(sql<{ corp_id: string }>`${query}`.compile(database.build))
  return rows.map(({ corp_id }) => corp_id)
}
