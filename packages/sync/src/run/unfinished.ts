import { type RawBuilder, sql } from 'kysely'

// A run of a very large corp may take days. It is given up only if no worker has continued it for this time.
const maxIdleMs = 24 * 60 * 60_000

/**
 * Returns an SQL condition for the row `r` of `wecom_runs`. The condition is true if the run is unfinished, and a
 * worker has started or continued the run in the 24 hours before `now`. Workers do not continue older runs.
 *
 * @param now - time of the database in milliseconds since 1970.
 */
export function isUnfinished(now: number): RawBuilder<boolean> {
  const since = new Date(now - maxIdleMs)
  return sql`r.ended_at is null and (r.began_at > ${since} or exists (
    select 1 from wecom_slices p where p.corp_id = r.corp_id and p.run_id = r.run_id
      and (p.cursor_at > ${since} or p.leased_until > ${since})))`
}
