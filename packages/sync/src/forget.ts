import { parseEvent } from '@wecom/callback'
import { sql } from 'kysely'
import { checkId } from './checkId.ts'
import type { SyncContext } from './context.ts'
import type { Connection } from './database/Database.ts'

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
    const isKept = await deleteEvents(connection, context, external_userid, at)
    if (isKept) await connection.change('forgotten', key, { keeps_event: 1 })
  })
}

async function removeFromReports(
  connection: Connection,
  { database, corpId }: SyncContext,
  external_userid: string,
): Promise<void> {
  const text = database.dialect.name === 'postgres' ? sql`report::text` : sql`report`
  const query = sql<{ run_id: string; report: unknown }>`select run_id, report from wecom_runs
    where corp_id = ${corpId} and ${text} like ${patternOf(external_userid)} escape '!'`
  for (const { run_id, report } of (await connection.execute(query.compile(database.build))).rows) {
    const all = typeof report === 'string' ? report : JSON.stringify(report)
    const rest = all.replaceAll(JSON.stringify(external_userid), '""')
    await connection.change('runs', { corp_id: corpId, run_id }, { report: rest })
  }
}

/**
 * Deletes the events that name a customer. Keeps an event that also names other people and still waits for its handler.
 *
 * @param before - deletes only events that arrived at this time or earlier.
 * @returns true if at least one event was kept.
 */
export async function deleteEvents(
  connection: Connection,
  { database, corpId }: SyncContext,
  external_userid: string,
  before: Date,
): Promise<boolean> {
  const query = sql<{ event_key: string; status: string; message: string }>`select event_key, status, message
    from wecom_inbox where corp_id = ${corpId} and received_at <= ${before}
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
