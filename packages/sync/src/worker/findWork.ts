import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../database/Database.ts'
import { maxRunMs } from '../run/run.ts'

/**
 * Returns the corps that have due rows in `dirty` (data to read again) or `inbox` (events). Rows that a worker is
 * handling do not count. The result begins with the corp that has waited for the longest time.
 */
export async function corpsToDrain(database: Database, now: number, withEvents: boolean): Promise<string[]> {
  const at = new Date(now)
  const isFree = sql`due_at <= ${at} and (leased_until is null or leased_until <= ${at})`
  const reads = sql`select corp_id, min(due_at) as due from wecom_dirty where ${isFree} group by corp_id`
  const events = sql`select corp_id, min(due_at) as due from wecom_inbox where status = 'new' and ${isFree} group by corp_id`
  const all = withEvents ? sql`${reads} union all ${events}` : reads
  return corpIds(database, sql`select corp_id from (${all}) waiting group by corp_id order by min(due)`)
}

/**
 * Returns the corps for which a worker can start or continue a full run. Corps with an unfinished run are first.
 *
 * A new run can be started if the last full run of the corp ended before `dueAt`. An unfinished run can be continued if
 * it has a part that no worker is reading. It can also be continued if all parts are done, but the run is not marked as
 * ended.
 */
export async function corpsToRun(database: Database, now: number, dueAt: number): Promise<string[]> {
  const at = new Date(now)
  const isOpen = sql`r.corp_id = c.corp_id and r.ended_at is null and r.began_at > ${new Date(now - maxRunMs)}`
  const open = await corpIds(
    database,
    sql`select c.corp_id from wecom_corps c where exists (select 1 from wecom_runs r where ${isOpen}) and (
      exists (select 1 from wecom_slices s where s.corp_id = c.corp_id and s.status in ('todo', 'read')
        and (s.leased_until is null or s.leased_until <= ${at}))
      or not exists (select 1 from wecom_slices s where s.corp_id = c.corp_id and s.status in ('todo', 'read'))
        and not exists (select 1 from wecom_dirty d where d.corp_id = c.corp_id and d.leased_until > ${at}))`,
  )
  const due = await corpIds(
    database,
    sql`select c.corp_id from wecom_corps c
      where not exists (select 1 from wecom_runs r where ${isOpen})
        and (c.last_full_run_at is null or c.last_full_run_at < ${new Date(dueAt)})
      order by coalesce(c.last_full_run_at, c.created_at)`,
  )
  return [...open, ...due]
}

async function corpIds(database: Database, query: RawBuilder<unknown>): Promise<string[]> {
  const { rows } = await database.execute(sql<{ corp_id: string }>`${query}`.compile(database.build))
  return rows.map(({ corp_id }) => corp_id)
}
