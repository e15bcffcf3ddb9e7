import { checkNumber } from '@wecom/core/define'
import { sql } from 'kysely'
import { maxAheadMs, type Retention, type SyncContext } from '../context.ts'
import type { Connection, Row } from '../database/Database.ts'
import { deleteEvents } from '../forget.ts'

// Longer than any read outside of full runs, such as a call of `refresh`.
const keptMs = 24 * 60 * 60_000
const defaultInboxMs = 30 * 24 * 60 * 60_000

export function checkRetention(caller: string, { inboxMs, changesMs }: Retention = {}): void {
  checkNumber(`${caller}: retention.inboxMs`, inboxMs, 'a positive number')
  checkNumber(`${caller}: retention.changesMs`, changesMs, 'a positive number')
}

export async function deleteOld(connection: Connection, context: SyncContext): Promise<void> {
  await deleteForgotten(connection, context)
  const { database, corpId, time, retention = {} } = context
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

/**
 * Deletes old rows of the table `forgotten`, which contains the customers whose data `forget` deleted. A read that
 * began before `forget` checks this table, and does not write these customers again.
 *
 * A row is old in these cases:
 * - A day has passed since `forget`, and a full run that began after `forget` has ended.
 * - The time in the row is more than `maxAheadMs` in the future, because a clock was wrong when the row was written.
 *
 * An old row stays as long as an event that names the customer waits for its handler.
 */
async function deleteForgotten(connection: Connection, context: SyncContext): Promise<void> {
  const { database, corpId, time } = context
  const isOld = sql`at <= ${new Date(time.now() - keptMs)}
    and at < (select max(began_at) from wecom_runs where corp_id = ${corpId} and ended_at is not null)`
  const query = sql<{ external_userid: string; at: Date | string; keeps_event: number | string }>`
    select external_userid, at, keeps_event from wecom_forgotten
    where corp_id = ${corpId} and ((${isOld}) or at > ${new Date(time.now() + maxAheadMs)})`
  const { rows } = await connection.execute(query.compile(database.build))
  const done: Row[] = []
  for (const { external_userid, at, keeps_event } of rows) {
    // Reads the whole inbox, so not for customers without such an event.
    const isKept = Number(keeps_event) === 1 && (await deleteEvents(connection, context, external_userid, new Date(at)))
    if (!isKept) done.push({ corp_id: corpId, external_userid })
  }
  await connection.remove('forgotten', done)
}
