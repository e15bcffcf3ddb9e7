import { checkNumber } from '@wecom/core/define'
import type { Retention, SyncContext } from '../context.ts'
import type { Connection } from '../database/Database.ts'

const defaultInboxMs = 30 * 24 * 60 * 60_000

export function checkRetention(caller: string, { inboxMs, changesMs }: Retention = {}): void {
  checkNumber(`${caller}: retention.inboxMs`, inboxMs, 'a positive number')
  checkNumber(`${caller}: retention.changesMs`, changesMs, 'a positive number')
}

export async function deleteOld(
  connection: Connection,
  { database, corpId, time, retention = {} }: SyncContext,
): Promise<void> {
  const { inboxMs = defaultInboxMs, changesMs } = retention
  // `Infinity` deletes nothing.
  const ago = (milliseconds: number): Date => new Date(Math.max(0, time.now() - milliseconds))
  const inbox = database.build
    .deleteFrom('wecom_inbox')
    .where('corp_id', '=', corpId)
    // Events that still wait for their handler stay.
    .where('status', '!=', 'new')
    .where('received_at', '<', ago(inboxMs))
  await connection.execute(inbox.compile())
  if (changesMs === undefined) return
  const changes = database.build
    .deleteFrom('wecom_changes')
    .where('corp_id', '=', corpId)
    .where('at', '<', ago(changesMs))
  await connection.execute(changes.compile())
}
