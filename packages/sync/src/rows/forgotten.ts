import type { Connection } from '../database/Database.ts'
import { toMs } from './clean.ts'
import type { Writing } from './writeRows.ts'

/**
 * Returns those of the customers whose data `forget` deleted after the read began. Their rows must not be written, or
 * else the read would write the deleted data again.
 */
export async function forgottenOf(
  connection: Connection,
  { corpId, readAt }: Writing,
  external_userids: readonly string[],
): Promise<ReadonlySet<string>> {
  const keys = [...new Set(external_userids)].map((external_userid) => ({ corp_id: corpId, external_userid }))
  const rows = await connection.find('forgotten', ['external_userid', 'at'], keys)
  const later = rows.filter(({ at }) => toMs(at as Date | string) >= readAt.getTime())
  return new Set(later.map(({ external_userid }) => String(external_userid)))
}
