import { type CompiledQuery, sql } from 'kysely'
import type { Database } from './Database.ts'

/**
 * The same database; transactions of a corp come one after the other, in all processes. SQLite does so by itself. Else two
 * transactions could both find no row and both write a new one, an older read could replace a newer one, and changes with
 * higher ids could be visible before those with lower ones, which readers of `changes` would then skip. Other corps do not
 * wait.
 *
 * @param corpId - of a corp that has a row in `corps` already.
 */
export function oneByOne(database: Database, corpId: string): Database {
  if (!database.dialect.locksRows) return database
  const lock: CompiledQuery = sql`select corp_id from wecom_corps where corp_id = ${corpId} for update`.compile(
    database.build,
  )
  return {
    ...database,
    transaction: (work) =>
      database.transaction(async (connection) => {
        await connection.execute(lock)
        return work(connection)
      }),
    durable: async () => oneByOne(await database.durable(), corpId),
  }
}
