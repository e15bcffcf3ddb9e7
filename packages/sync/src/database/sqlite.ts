import { type CompiledQuery, DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import { resolve as resolvePath, sep } from 'node:path'
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { type Schema, type TableName, tables } from '../schema/tables.ts'
import { SyncError } from '../SyncError.ts'
import { checkFile } from './checkFile.ts'
import type { Answer, Connection, Database, Row } from './Database.ts'
import { loadSqlite } from './loadSqlite.ts'
import { queue, type Queue } from './queue.ts'
import { changeSql, findSql, insertNewSql, removeSql, sqliteDialect, upsertSql } from './sqliteDialect.ts'

export async function openSqlite(file: string): Promise<Database> {
  // `resolvePath` would drop the slash, and SQLite would create a file with the name of the folder.
  if (file.endsWith('/') || file.endsWith(sep)) {
    throw new SyncError('url', `store: ${file} is a folder; add the name of a file, such as sqlite:${file}corp.db`)
  }
  return openConnection(toAbsolute(file), 'normal', queue())
}

/** Resolves a relative path, because `check` and `durable` open the file again, perhaps after `process.chdir`. */
function toAbsolute(file: string): string {
  // SQLite also accepts URIs with `file:`.
  if (file === ':memory:' || file.startsWith('file::memory:') || file.startsWith('file:/')) return file
  try {
    return file.startsWith('file:') ? new URL(file, pathToFileURL(`${process.cwd()}/`)).href : resolvePath(file)
  } catch (cause) {
    const message = `store: ${file} is a relative path, but the working folder cannot be read; use an absolute path`
    throw new SyncError('url', message, { cause })
  }
}

const build = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

async function openConnection(file: string, synchronous: 'normal' | 'full', turns: Queue): Promise<Database> {
  const { DatabaseSync } = loadSqlite()
  const sqlite = await translated(file, async () => new DatabaseSync(file))
  // Such as `:memory:` and `file:corp?mode=memory`.
  const isInMemory = sqlite.location() === null
  const connection = new SqliteConnection(sqlite)
  const { run } = turns
  let durable: Database | undefined

  // Waits with timers, because SQLite's own wait (`busy_timeout`) would block the event loop.
  const whenFree = <Result>(work: () => Promise<Result>): Promise<Result> =>
    translated(file, () => retryWhileBusy(work))
  try {
    await whenFree(async () => {
      sqlite.exec(`pragma busy_timeout = 0; pragma journal_mode = wal; pragma synchronous = ${synchronous};
        pragma cache_size = -${cacheKb}; pragma wal_autocheckpoint = ${walPages}`)
    })
  } catch (error) {
    sqlite.close()
    throw error
  }

  const transaction = async <Result>(work: (connection: Connection) => Promise<Result>): Promise<Result> =>
    run(async () => {
      // A deferred transaction that turns into a writing one fails at once where another process writes.
      await whenFree(async () => sqlite.exec('begin immediate'))
      try {
        const result = await translated(file, () => work(connection))
        await whenFree(async () => sqlite.exec('commit'))
        return result
      } catch (error) {
        // Some errors, such as a full disk, have rolled back already.
        if (sqlite.isTransaction) sqlite.exec('rollback')
        throw error
      }
    })

  const database: Database = {
    dialect: sqliteDialect,
    build,
    execute: (query) => run(() => whenFree(() => connection.execute(query))),
    find: (...args) => run(() => whenFree(() => connection.find(...args))),
    upsert: (...args) => transaction((within) => within.upsert(...args)),
    insertNew: (...args) => transaction((within) => within.insertNew(...args)),
    change: (...args) => transaction((within) => within.change(...args)),
    remove: (...args) => transaction((within) => within.remove(...args)),
    transaction,
    migrating: transaction,
    check: async () => {
      // The database of a new process, so nothing can have damaged it. Another thread could not read it either.
      if (isInMemory) return
      const result = await translated(file, () => checkFile(file))
      if (result !== 'ok') throw damaged(file, result)
    },
    clockOffset: async () => 0,
    durable: async () => {
      // A second connection to a database in memory would be another database.
      if (isInMemory) return database
      // Within a process connections take turns, since they would wait for each other by timers only.
      return (durable ??= await openConnection(file, 'full', turns))
    },
    close: async () => {
      await durable?.close()
      await run(async () => sqlite.close())
    },
  }
  return database
}

// Holds the inner pages of the indexes of a million customers. Customer ids are random, so without these pages in
// memory each insert would read the file.
const cacheKb = 32_768
// A full run of a large corp writes most pages several times. With a high number, SQLite copies each page to the file
// only once. A page has 4 KiB.
const walPages = 4_000
// SQL with a list is a different statement for each length of the list.
const maxPrepared = 200

class SqliteConnection implements Connection {
  readonly #sqlite: DatabaseSync
  readonly #prepared = new Map<string, { readonly statement: StatementSync; readonly hasRows: boolean }>()

  constructor(sqlite: DatabaseSync) {
    this.#sqlite = sqlite
  }

  async execute<Result>({ sql, parameters }: CompiledQuery<Result>): Promise<Answer<Result>> {
    const { statement, hasRows } = this.#prepare(sql)
    const values = parameters.map(toSqlite)
    if (hasRows) {
      const rows = statement.all(...values) as Result[]
      return { rows, affected: rows.length }
    }
    return { rows: [], affected: Number(statement.run(...values).changes) }
  }

  async find(table: TableName, columns: readonly string[], rows: readonly Row[]): Promise<Record<string, unknown>[]> {
    const key: readonly string[] = tables[table].key
    const last = key.at(-1) ?? ''
    const others = key.slice(0, -1)
    const { statement } = this.#prepare(findSql(table, columns))
    const groups = Map.groupBy(rows, (row) => others.map((column) => String(row[column])).join('\n'))
    return [...groups.values()].flatMap((group) => {
      const values = JSON.stringify(group.map((row) => toSqlite(row[last])))
      return statement.all(values, ...others.map((column) => toSqlite(group[0]?.[column])))
    })
  }

  async upsert(table: TableName, rows: readonly Row[]): Promise<void> {
    const columns = Object.keys(rows[0] ?? {})
    this.#runEach(upsertSql(table, columns), columns, rows)
  }

  async insertNew(table: TableName, rows: readonly Row[]): Promise<void> {
    const columns = Object.keys(rows[0] ?? {})
    this.#runEach(insertNewSql(table, columns), columns, rows)
  }

  async change(table: TableName, key: Row, columns: Row, condition: Row = {}): Promise<boolean> {
    const { statement } = this.#prepare(changeSql(table, Object.keys(columns), Object.keys(condition)))
    const keys = tables[table].key.map((column) => key[column])
    const values = [...Object.values(columns), ...keys, ...Object.values(condition)]
    return Number(statement.run(...values.map(toSqlite)).changes) > 0
  }

  async remove(table: TableName, rows: readonly Row[]): Promise<void> {
    this.#runEach(removeSql(table), tables[table].key, rows)
  }

  #runEach(sql: string, columns: readonly string[], rows: readonly Row[]): void {
    if (rows.length === 0) return
    const { statement } = this.#prepare(sql)
    for (const row of rows) statement.run(...columns.map((column) => toSqlite(row[column])))
  }

  #prepare(sql: string): { readonly statement: StatementSync; readonly hasRows: boolean } {
    const known = this.#prepared.get(sql)
    if (known) return known
    if (this.#prepared.size >= maxPrepared) this.#prepared.clear()
    const statement = this.#sqlite.prepare(sql)
    const prepared = { statement, hasRows: statement.columns().length > 0 }
    this.#prepared.set(sql, prepared)
    return prepared
  }
}

function toSqlite(value: unknown): SQLInputValue {
  // Node 22 accepts neither booleans nor dates nor undefined.
  if (typeof value === 'string') return value
  if (value instanceof Date) return value.toISOString()
  if (value === undefined) return null
  if (typeof value === 'boolean') return value ? 1 : 0
  return value as SQLInputValue
}

// Result codes of SQLite: https://www.sqlite.org/rescode.html
const busy = 5
const readOnly = 8
const corrupt = 11
const full = 13
const cannotOpen = 14
const notADatabase = 26

// No transaction of this package takes nearly as long.
const maxBusyMs = 30_000

async function retryWhileBusy<Result>(work: () => Promise<Result>): Promise<Result> {
  const until = performance.now() + maxBusyMs
  for (let delay = 1; ; delay = Math.min(delay * 2, 50)) {
    try {
      return await work()
    } catch (error) {
      if (resultCode(error) !== busy || performance.now() > until) throw error
      await new Promise((resolve) => setTimeout(resolve, delay * (0.5 + Math.random())))
    }
  }
}

async function translated<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    switch (resultCode(error)) {
      case busy:
        throw new SyncError(
          'busy',
          `${file}: another process has locked the database for ${maxBusyMs / 1000} s; try again`,
          { cause: error },
        )
      case readOnly: {
        const message = `store: ${file} is read-only: this process must be allowed to write to the file and its folder`
        throw new SyncError('url', message, { cause: error })
      }
      case corrupt:
        throw damaged(file, (error as Error).message, error)
      case full:
        throw new SyncError('full', `${file}: no space is left; the last transaction was rolled back`, { cause: error })
      case cannotOpen: {
        const message = `store: ${file} cannot be opened: its folder must exist, and this process must be allowed to write`
        throw new SyncError('url', message, { cause: error })
      }
      case notADatabase:
        throw new SyncError('damaged', `${file}: the file is not a SQLite database; move it away or use another file`, {
          cause: error,
        })
      default:
        throw error
    }
  }
}

function damaged(file: string, found: string, cause?: unknown): SyncError {
  const remedy = 'restore a backup, or move the file away and let a full run write a new one'
  return new SyncError('damaged', `${file}: the database is damaged (${found}); ${remedy}`, { cause })
}

function resultCode(error: unknown): number | undefined {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : undefined
}
