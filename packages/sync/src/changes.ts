import type { SyncContext } from './context.ts'
import { fromJson, toMs } from './rows/clean.ts'

/**
 * One change of a row in the tables. For example, the sync created or updated a row, or marked a follow relation as
 * ended because WeCom no longer lists the relation.
 */
export interface SyncChange {
  /** Position of the change. A later change has a higher position. Some positions are skipped. */
  readonly id: number
  /** Time of the change in milliseconds since 1970, by the clock of the database. */
  readonly at: number
  /** Table and type of the change, such as `follows.created`, `follows.ended` or `members.out_of_view`. */
  readonly kind: string
  /** Primary key of the changed row without the corp id, such as `userid` and `external_userid`. */
  readonly keys: Readonly<Record<string, string>>
  /**
   * Column `data` of the row before the change: the data as WeCom sent it. Undefined for a new row, and for a row of
   * the table `members`, because this table has no column `data`. Personal tags are not in `data`. If only the personal
   * tags of a follow relation have changed, `data` is therefore the same before and after the change.
   */
  readonly before: unknown
  /**
   * Cause of the change of a follow relation.
   *
   * If the relation has ended (`kind` is `follows.ended`):
   * - `member`: the member deleted the customer.
   * - `transfer`: the customer was transferred to another member.
   * - `unlisted`: WeCom no longer lists the relation, and no event said why. If such an event arrives later, there is a
   *   second change `follows.ended` with `member` or `transfer`.
   *
   * If `kind` is `follows.deleted_by_customer`:
   * - `customer`: the customer deleted the member. The member may still have the customer.
   *
   * Undefined for all other changes.
   */
  readonly by: string | undefined
  readonly source: 'run' | 'event' | 'refresh'
}

export interface ChangesOptions {
  /**
   * The `id` of the change that you processed most recently. The iterator starts with the next change. Default: 0, so
   * the iterator starts with the oldest change.
   */
  readonly after?: number | undefined
}

const pageSize = 500

export async function* listChanges(
  { database, corpId }: SyncContext,
  { after = 0 }: ChangesOptions,
): AsyncGenerator<SyncChange, void, undefined> {
  for (let last = after; ;) {
    const query = database.build
      .selectFrom('wecom_changes')
      .selectAll()
      .where('corp_id', '=', corpId)
      .where('id', '>', last)
      .orderBy('id')
      .limit(pageSize)
      .compile()
    const { rows } = await database.execute(query)
    for (const { id, at, kind, row_key, old_data, actor, source } of rows) {
      last = Number(id)
      yield {
        id: last,
        at: toMs(at),
        kind,
        keys: fromJson(row_key) as Record<string, string>,
        before: old_data === null ? undefined : fromJson(old_data),
        by: actor ?? undefined,
        source: source as SyncChange['source'],
      }
    }
    if (rows.length < pageSize) return
  }
}
