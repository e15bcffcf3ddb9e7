import { CompiledQuery } from 'kysely'
import { type TableName, tables } from '../schema/tables.ts'
import { views } from '../schema/views.ts'
import { SyncError } from '../SyncError.ts'
import type { Connection, Database, Dialect } from './Database.ts'

type Run = (sql: string) => Promise<readonly Record<string, unknown>[]>

type Migration = (dialect: Dialect, run: Run) => Promise<void>

/**
 * Updates of the tables, oldest first. The version of a database is the number of updates that ran on it. An
 * interrupted update runs again from its start, so it must tolerate its own earlier changes.
 */
const migrations: readonly Migration[] = [
  // Creates the tables in their current form, so the later migrations do not change new tables.
  async (dialect, run) => {
    for (const table of Object.keys(tables) as TableName[]) {
      for (const sql of dialect.createTable(table)) await run(sql)
    }
    for (const { name, select } of views) {
      await run(`drop view if exists wecom_${name}`)
      await run(`create view wecom_${name} as ${select(dialect)}`)
    }
  },
  // Adds fingerprints to relations, and changes `seen` from a row for each item to lists.
  async (dialect, run) => {
    await addColumn(dialect, run, 'follows', 'fingerprint')
    // Only the current run uses `seen`. It starts its open slices again.
    await run(`update wecom_slices set generation = 0, status = 'todo' where status in ('todo', 'read')`)
    await run('drop table if exists wecom_seen')
    for (const sql of dialect.createTable('seen')) await run(sql)
  },
  // Adds the table `forgotten`, and rows of `follow_tags` that an earlier version deleted because of a wrong list of tags.
  async (dialect, run) => {
    for (const sql of dialect.createTable('forgotten')) await run(sql)
    const isKnown = `select 1 from wecom_follow_tags t
      where t.corp_id = f.corp_id and t.userid = f.userid and t.external_userid = f.external_userid and t.tag_id = value`
    await run(`insert into wecom_follow_tags (corp_id, userid, external_userid, tag_id)
      select distinct f.corp_id, f.userid, f.external_userid, value
      from wecom_follows f cross join ${dialect.textsOf('f.data', 'tag_id')} where not exists (${isKnown})`)
    // Was one change instead of a list.
    await run('update wecom_dirty set expected = null')
  },
  // Adds the time of the latest event to the way in which people left group chats, and of the latest read to gaps. Adds
  // the number of refused reads to changed data.
  async (dialect, run) => {
    await addColumn(dialect, run, 'group_members', 'quit_at')
    await addColumn(dialect, run, 'gaps', 'found_at')
    await addColumn(dialect, run, 'dirty', 'denials')
  },
]

async function addColumn(dialect: Dialect, run: Run, table: TableName, column: string): Promise<void> {
  const columns = await run(dialect.listColumns(table))
  if (columns.every(({ name }) => name !== column)) await run(dialect.addColumn(table, column))
}

export async function migrate(database: Database): Promise<void> {
  // Most databases are up to date. `migrating` would wait for hours if the server stopped answering.
  if (await isCurrent(database)) return
  await database.migrating(async (connection) => {
    const run = runOn(connection)
    await run('create table if not exists wecom_schema (version integer not null primary key)')
    const version = await currentVersion(connection)
    if (version > migrations.length) {
      const message = `the tables have version ${version}, but this @wecom/sync supports versions up to ${migrations.length}`
      throw new SyncError('newer-schema', `${message}: update @wecom/sync`)
    }
    for (const [index, migration] of migrations.entries()) {
      if (index < version) continue
      await migration(database.dialect, run)
      await run(`insert into wecom_schema (version) values (${index + 1})`)
    }
  })
}

function runOn(connection: Connection): Run {
  return async (sql) => {
    const query = CompiledQuery.raw(sql) as CompiledQuery<Record<string, unknown>>
    return (await connection.execute(query)).rows
  }
}

async function isCurrent(database: Database): Promise<boolean> {
  const columns = await runOn(database)(database.dialect.listColumns('schema'))
  return columns.length > 0 && (await currentVersion(database)) === migrations.length
}

async function currentVersion(connection: Connection): Promise<number> {
  const sql = 'select max(version) as version from wecom_schema'
  const { rows } = await connection.execute<{ version: number | string | null }>(CompiledQuery.raw(sql))
  return Number(rows[0]?.version ?? 0)
}
