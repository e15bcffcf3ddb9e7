import { CompiledQuery } from 'kysely'
import { type TableName, tables } from '../schema/tables.ts'
import { views } from '../schema/views.ts'
import { SyncError } from '../SyncError.ts'
import type { Connection, Database, Dialect } from './Database.ts'

interface Migration {
  readonly statements: (dialect: Dialect) => string[]
}

/**
 * Migrations in their order. The version of a database is the number of migrations it has had. Each migration can run
 * again after it was interrupted.
 */
const migrations: readonly Migration[] = [
  {
    statements: (dialect) => [
      ...(Object.keys(tables) as TableName[]).flatMap((table) => dialect.createTable(table)),
      ...views.flatMap(({ name, select }) => [
        `drop view if exists wecom_${name}`,
        `create view wecom_${name} as ${select(dialect)}`,
      ]),
    ],
  },
]

/**
 * Creates the tables, or updates them to the version of this package. Several processes may call it at once.
 *
 * @throws {SyncError} `newer-schema`: a newer version of this package has created the tables.
 */
export async function migrate(database: Database): Promise<void> {
  await database.migrating(async (connection) => {
    const run = (sql: string) => connection.execute(CompiledQuery.raw(sql))
    await run('create table if not exists wecom_schema (version integer not null primary key)')
    const version = await currentVersion(connection)
    if (version > migrations.length) {
      const message = `the tables have version ${version}, but this @wecom/sync supports versions up to ${migrations.length}`
      throw new SyncError('newer-schema', `${message}: update @wecom/sync`)
    }
    for (const [index, { statements }] of migrations.entries()) {
      if (index < version) continue
      for (const sql of statements(database.dialect)) await run(sql)
      await run(`insert into wecom_schema (version) values (${index + 1})`)
    }
  })
}

async function currentVersion(connection: Connection): Promise<number> {
  const sql = 'select max(version) as version from wecom_schema'
  const { rows } = await connection.execute<{ version: number | string | null }>(CompiledQuery.raw(sql))
  return Number(rows[0]?.version ?? 0)
}
