import { type CompiledQuery, sql } from 'kysely'
import type { Database } from './Database.ts'

/**
 * Wraps a database so that all transactions of one corp run one after the other. This includes transactions of other
 * processes, but not those of other corps. SQLite needs no wrapping.
 *
 * Two parallel transactions of one corp could cause these errors:
 * - Both transactions find no row, so both insert the same row.
 * - An older answer of WeCom overwrites a newer one.
 * - A record of `changes` is committed after a record with a higher id. A program that has already read the higher id
 *   then skips the record.
 *
 * @param corpId - id of a corp that already has a row in the table `corps`. A transaction locks this row.
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
