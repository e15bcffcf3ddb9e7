import type { Connection } from '../database/Database.ts'
import { toMs } from './clean.ts'
import { isAhead, type Writing } from './writeRows.ts'

/**
 * Returns the customers in `external_userids` whose data `forget` has deleted since `writing.readAt`, the time when the
 * sync began to read the data from WeCom. The caller must not write the rows of these customers, or else the deleted
 * data would be in the tables again.
 */
export async function forgottenOf(
  connection: Connection,
  writing: Writing,
  external_userids: readonly string[],
): Promise<ReadonlySet<string>> {
  const keys = [...new Set(external_userids)].map((external_userid) => ({ corp_id: writing.corpId, external_userid }))
  const rows = await connection.find('forgotten', ['external_userid', 'at'], keys)
  const isLater = (at: Date | string): boolean => toMs(at) >= writing.readAt.getTime() && !isAhead(at, writing)
  const later = rows.filter(({ at }) => isLater(at as Date | string))
  return new Set(later.map(({ external_userid }) => String(external_userid)))
}
