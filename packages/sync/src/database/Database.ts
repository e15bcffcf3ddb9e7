import type { CompiledQuery, Kysely } from 'kysely'
import type { Schema, TableName } from '../schema/tables.ts'

/**
 * Value of a column, as this package writes it. JSON is text already.
 *
 * Values that it reads have the same form on all databases: times are ISO 8601 texts, JSON is text, booleans are 0 or
 * 1.
 */
export type Value = string | number | Date | null

/** Some or all columns of a row, by name. */
export type Row = Readonly<Record<string, Value>>

export interface Answer<Result> {
  readonly rows: Result[]
  /** Number of rows that a write matched. Rows whose values stayed the same are included. */
  readonly affected: number
}

export interface Connection {
  /** Create the query with `Database.build`, with Kysely's `sql`, or with `CompiledQuery.raw`. */
  execute<Result>(query: CompiledQuery<Result>): Promise<Answer<Result>>
  /** Reads the given columns of the rows that have the same keys as `rows`. The order of the result is undefined. */
  find(table: TableName, columns: readonly string[], rows: readonly Row[]): Promise<Record<string, unknown>[]>
  /**
   * Inserts rows, or updates rows that have the same key. All rows must have the same columns, and each a different
   * key. An update changes only the given columns, and never `first_seen_at`.
   */
  upsert(table: TableName, rows: readonly Row[]): Promise<void>
  /** Inserts the rows whose key does not exist yet. All rows must have the same columns. */
  insertNew(table: TableName, rows: readonly Row[]): Promise<void>
  /** If there is no row with this key, nothing happens. */
  change(table: TableName, key: Row, columns: Row): Promise<void>
  remove(table: TableName, rows: readonly Row[]): Promise<void>
}

/** SQL that differs between databases and that Kysely does not generate. */
export interface Dialect {
  readonly name: 'sqlite' | 'postgres' | 'mysql'
  /** The statements have no effect on a table or index that exists. */
  readonly createTable: (table: TableName) => string[]
  /** The column must allow null. */
  readonly addColumn: (table: TableName, column: string) => string
  /** The statement returns the names of the columns as `name`. */
  readonly listColumns: (table: TableName) => string
  /** SQL for the date of a time column in China (UTC+8), as text such as `2026-11-30`. */
  readonly chinaDay: (column: string) => string
  /** SQL for the Monday of the week of a time column in China, in the same form as `chinaDay`. */
  readonly chinaWeek: (column: string) => string
  /**
   * Whether several transactions can write at the same time. If true, a worker locks each row that it takes, and other
   * workers skip locked rows. False for SQLite, which runs write transactions one after the other.
   */
  readonly locksRows: boolean
}

/** All other code uses this interface instead of a database driver. */
export interface Database extends Connection {
  readonly dialect: Dialect
  /** Creates statements but does not run them: `execute(database.build.selectFrom(…).compile())`. */
  readonly build: Kysely<Schema>
  /**
   * Runs `work` in a transaction that may write. The transaction is rolled back if `work` rejects.
   *
   * `work` must use only the connection that it gets. After a deadlock, `work` runs again, so it must change nothing
   * except the database.
   */
  transaction<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result>
  /**
   * Runs `work` while no other process can migrate the tables. If the database supports it, all changes of `work` are
   * committed in one transaction.
   */
  migrating(work: (connection: Connection) => Promise<void>): Promise<void>
  /**
   * Checks a SQLite file. Other databases check their own files.
   *
   * @throws {SyncError} `damaged`: the file is damaged.
   */
  check(): Promise<void>
  /** Milliseconds by which the clock of the database is ahead of the clock of this process. 0 for SQLite. */
  clockOffset(): Promise<number>
  /**
   * Returns an object for the same database whose commits wait until the data is on disk. Use it to store events. If
   * you close the returned object or the original one, both are closed.
   */
  durable(): Promise<Database>
  close(): Promise<void>
}
