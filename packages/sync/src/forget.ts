import { sql } from 'kysely'
import type { SyncContext } from './context.ts'

export async function forget({ database, corpId }: SyncContext, external_userid: string): Promise<void> {
  await database.transaction(async (connection) => {
    for (const [table, column] of [
      ['customers', 'external_userid'],
      ['follows', 'external_userid'],
      ['follow_tags', 'external_userid'],
      ['unassigned', 'external_userid'],
      ['group_members', 'userid'],
      ['dirty', 'item'],
      ['changes', 'external_userid'],
    ] as const) {
      const query = sql`delete from ${sql.table(`wecom_${table}`)}
        where corp_id = ${corpId} and ${sql.ref(column)} = ${external_userid}`
      await connection.execute(query.compile(database.build))
    }
    // Events of group chats name several people. An id may hold `_`, which would match any letter.
    const pattern = `%${external_userid.replaceAll(/[!%_]/g, '!$&')}%`
    // Keeps the other ids of the list, because a run may need them.
    const quoted = JSON.stringify(external_userid)
    const seen = sql`update wecom_seen set items = replace(items, ${quoted}, '""')
      where corp_id = ${corpId} and items like ${pattern} escape '!'`
    await connection.execute(seen.compile(database.build))
    const inbox = sql`delete from wecom_inbox where corp_id = ${corpId} and message like ${pattern} escape '!'`
    await connection.execute(inbox.compile(database.build))
  })
}
