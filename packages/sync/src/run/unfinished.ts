import { type RawBuilder, sql } from 'kysely'

// A run of a very large corp may take days. It is given up only if no worker has continued it for this time.
const maxIdleMs = 24 * 60 * 60_000

/**
 * Returns the SQL condition that the row `r` of `wecom_runs` is an unfinished run that workers can continue. A worker
 * has continued it in the last 24 hours before `now`, which is in milliseconds by the clock of the database.
 */
export function isUnfinished(now: number): RawBuilder<boolean> {
  const since = new Date(now - maxIdleMs)
  return sql`r.ended_at is null and (r.began_at > ${since} or exists (
    select 1 from wecom_slices p where p.corp_id = r.corp_id and p.run_id = r.run_id
      and (p.cursor_at > ${since} or p.leased_until > ${since})))`
}
