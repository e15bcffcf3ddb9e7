import type { SyncContext } from './context.ts'
import { fromJson, toMs } from './rows/clean.ts'

/** A row that was written, in the order of `id`. */
export interface SyncChange {
  /** Grows from change to change, not by one. */
  readonly id: number
  /** Milliseconds since 1970, by the database's clock. */
  readonly at: number
  /** Table and verb: `follows.created`, `follows.ended`, `members.out_of_view` and so on. */
  readonly kind: string
  /** The key of the row without the corpid, e.g. `userid` and `external_userid`. */
  readonly keys: Readonly<Record<string, string>>
  /** `data` of the row before the change, as WeCom answered it; undefined for a new row. */
  readonly before: unknown
  /** The member or customer who ended the row, if it is known. */
  readonly by: string | undefined
  readonly source: 'run' | 'event' | 'refresh'
}

export interface ChangesOptions {
  /** The `id` of the last change that you have. Default: from the first one on. */
  readonly after?: number | undefined
}

const pageSize = 500

/** The changes after one, up to the last that is there. See `Sync.changes`. */
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
