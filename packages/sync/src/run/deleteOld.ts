import type { SyncContext } from '../context.ts'
import type { Connection } from '../database/Database.ts'

const defaultInboxMs = 30 * 24 * 60 * 60_000

/** Deletes old events and changes. Events that still wait for their handler are not deleted. */
export async function deleteOld(
  connection: Connection,
  { database, corpId, time, retention = {} }: SyncContext,
): Promise<void> {
  const { inboxMs = defaultInboxMs, changesMs } = retention
  const inbox = database.build
    .deleteFrom('wecom_inbox')
    .where('corp_id', '=', corpId)
    .where('status', '!=', 'new')
    .where('received_at', '<', new Date(time.now() - inboxMs))
  await connection.execute(inbox.compile())
  if (changesMs === undefined) return
  const changes = database.build
    .deleteFrom('wecom_changes')
    .where('corp_id', '=', corpId)
    .where('at', '<', new Date(time.now() - changesMs))
  await connection.execute(changes.compile())
}
