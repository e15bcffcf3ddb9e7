import { parseEvent } from '@wecom/callback'
import { type RawBuilder, sql } from 'kysely'
import { checkId } from './checkId.ts'
import { maxAheadMs, type SyncContext } from './context.ts'
import type { Connection, Database } from './database/Database.ts'
import { toReportedChanges, withoutLeft } from './reads/reportedChanges.ts'

export async function forget(context: SyncContext, external_userid: string): Promise<void> {
  checkId('forget: external_userid', external_userid)
  const { database, corpId, time } = context
  await time.measure()
  await database.transaction(async (connection) => {
    const at = new Date(time.now())
    const key = { corp_id: corpId, external_userid }
    await connection.upsert('forgotten', [{ ...key, at, keeps_event: 0 }])
    // The next full run then writes the people of these group chats, although WeCom's answer is the same.
    const chats = sql`update wecom_group_chats set hash = '' where corp_id = ${corpId} and chat_id in
      (select chat_id from wecom_group_members where corp_id = ${corpId} and userid = ${external_userid})`
    await connection.execute(chats.compile(database.build))
    for (const [table, column] of [
      ['customers', 'external_userid'],
      ['follows', 'external_userid'],
      ['follow_tags', 'external_userid'],
      ['unassigned', 'external_userid'],
      ['group_members', 'userid'],
      ['dirty', 'item'],
      ['gaps', 'item'],
      ['changes', 'external_userid'],
    ] as const) {
      const query = sql`delete from ${sql.table(`wecom_${table}`)}
        where corp_id = ${corpId} and ${sql.ref(column)} = ${external_userid}`
      await connection.execute(query.compile(database.build))
    }
    // Keeps the other ids of the list, because a run may need them.
    const quoted = JSON.stringify(external_userid)
    const seen = sql`update wecom_seen set items = replace(items, ${quoted}, '""')
      where corp_id = ${corpId} and items like ${patternOf(external_userid)} escape '!'`
    await connection.execute(seen.compile(database.build))
    await removeFromReports(connection, context, external_userid)
    await removeFromReportedChanges(connection, context, external_userid)
    const isKept = await deleteEvents(connection, context, external_userid)
    if (isKept) await connection.change('forgotten', key, { keeps_event: 1 })
  })
}

async function removeFromReports(
  connection: Connection,
  { database, corpId }: SyncContext,
  external_userid: string,
): Promise<void> {
  const query = sql<{ run_id: string; report: unknown }>`select run_id, report from wecom_runs
    where corp_id = ${corpId} and ${textOf(database, 'report')} like ${patternOf(external_userid)} escape '!'`
  for (const { run_id, report } of (await connection.execute(query.compile(database.build))).rows) {
    const all = typeof report === 'string' ? report : JSON.stringify(report)
    const rest = all.replaceAll(JSON.stringify(external_userid), '""')
    await connection.change('runs', { corp_id: corpId, run_id }, { report: rest })
  }
}

/**
 * Deletes the id of a customer from the column `expected` of the table `dirty`. After an event about people who left a
 * group chat, this column contains their ids until the sync has read the group chat again.
 */
async function removeFromReportedChanges(
  connection: Connection,
  { database, corpId }: SyncContext,
  external_userid: string,
): Promise<void> {
  // Otherwise an event of the same group chat that arrives now could get lost.
  const locked = database.dialect.locksRows ? sql`for update` : sql``
  const query = sql<{ kind: string; item: string; expected: unknown }>`select kind, item, expected from wecom_dirty
    where corp_id = ${corpId} and ${textOf(database, 'expected')} like ${patternOf(external_userid)} escape '!' ${locked}`
  for (const { kind, item, expected: reported } of (await connection.execute(query.compile(database.build))).rows) {
    const rest = withoutLeft(toReportedChanges(reported), [external_userid])
    await connection.change('dirty', { corp_id: corpId, kind, item }, { expected: JSON.stringify(rest) })
  }
}

function textOf({ dialect }: Database, column: string): RawBuilder<string> {
  return dialect.name === 'postgres' ? sql`${sql.ref(column)}::text` : sql`${sql.ref(column)}`
}

/**
 * Deletes the events that name a customer. Keeps an event that also names other people and still waits for its handler.
 *
 * @param before - the function deletes only events that arrived at this time or earlier. It also deletes an event if
 *   its time of arrival in the table is more than `maxAheadMs` in the future, because a wrong clock wrote this time.
 *   Default: all events.
 * @returns true if at least one event was kept.
 */
export async function deleteEvents(
  connection: Connection,
  { database, corpId, time }: SyncContext,
  external_userid: string,
  before?: Date,
): Promise<boolean> {
  const ahead = new Date(time.now() + maxAheadMs)
  const isEarlier = before ? sql`and (received_at <= ${before} or received_at > ${ahead})` : sql``
  const query = sql<{ event_key: string; status: string; message: string }>`select event_key, status, message
    from wecom_inbox where corp_id = ${corpId} ${isEarlier}
      and message like ${patternOf(external_userid)} escape '!'`
  let isKept = false
  for (const { event_key, status, message } of (await connection.execute(query.compile(database.build))).rows) {
    const event = parseEvent(message)
    // The id may be only a part of another text.
    if (!JSON.stringify(event).includes(JSON.stringify(external_userid))) continue
    const people = 'MemChangeList' in event ? (event.MemChangeList?.Item ?? []) : []
    if (status === 'new' && people.some((id) => id !== external_userid)) isKept = true
    else await connection.remove('inbox', [{ corp_id: corpId, event_key }])
  }
  return isKept
}

/** Returns a pattern for `like … escape '!'` that matches every text that contains `id`. */
function patternOf(id: string): string {
  return `%${id.replaceAll(/[!%_]/g, '!$&')}%`
}
