import type { CompiledQuery, Kysely } from 'kysely'
import type { Schema, TableName } from '../schema/tables.ts'

/**
 * Value of a column, in the form in which this package passes it to the database. A `Date` is a time in UTC. JSON is
 * already serialized to text.
 *
 * Results have the same form on all databases: times are ISO 8601 texts, JSON is text, booleans are 0 or 1.
 */
export type Value = string | number | Date | null

/**
 * Row of a table: an object with the values of some columns, by the name of the column. It has only the columns that
 * are read or written.
 */
export type Row = Readonly<Record<string, Value>>

export interface Answer<Result> {
  readonly rows: Result[]
  /** Number of rows that matched the condition of a write statement. Rows whose values stayed the same are included. */
  readonly affected: number
}

/** Functions that run SQL statements, within a transaction or without one. */
export interface Connection {
  /** Runs one statement. Create it with `Database.build`, with Kysely's `sql`, or with `CompiledQuery.raw`. */
  execute<Result>(query: CompiledQuery<Result>): Promise<Answer<Result>>
  /**
   * Reads the rows that have the same keys as `rows`, and returns the given columns of these rows. The order of the
   * result is undefined. The result omits keys that the table does not contain.
   */
  find(table: TableName, columns: readonly string[], rows: readonly Row[]): Promise<Record<string, unknown>[]>
  /**
   * Inserts rows, or updates existing rows that have the same key. In an existing row, only the given columns change.
   * `first_seen_at` of an existing row never changes. All rows must have the same columns, and each row must have a
   * different key.
   */
  upsert(table: TableName, rows: readonly Row[]): Promise<void>
  /**
   * Inserts the rows whose key does not exist yet. Existing rows stay unchanged. All rows must have the same columns.
   */
  insertNew(table: TableName, rows: readonly Row[]): Promise<void>
  /** Updates columns of the row with the given key. If there is no such row, nothing happens. */
  change(table: TableName, key: Row, columns: Row): Promise<void>
  /** Deletes the rows that have the same keys as `rows`. */
  remove(table: TableName, rows: readonly Row[]): Promise<void>
}

/**
 * Functions and settings for the SQL that differs between databases and that the query builder Kysely does not
 * generate.
 */
export interface Dialect {
  readonly name: 'sqlite' | 'postgres' | 'mysql'
  /** Returns the statements that create a table and its indexes if they do not exist. */
  readonly createTable: (table: TableName) => string[]
  /** Returns a statement that adds a column to a table that does not have it. The column must allow null. */
  readonly addColumn: (table: TableName, column: string) => string
  /** Returns a statement that selects the names of a table's columns as `name`. */
  readonly listColumns: (table: TableName) => string
  /**
   * Returns an SQL expression that converts a time column to the date in China (UTC+8), as text such as `2026-11-30`.
   */
  readonly chinaDay: (column: string) => string
  /**
   * Returns an SQL expression that converts a time column to the Monday of the same week in China (UTC+8), as text such
   * as `2026-11-30`.
   */
  readonly chinaWeek: (column: string) => string
  /**
   * Whether several transactions can write to this database at the same time. If true, a worker locks each row that it
   * takes (`for update skip locked`), and other workers skip locked rows. False for SQLite, which runs write
   * transactions one after the other.
   */
  readonly locksRows: boolean
}

/** Access to the tables of this package. All other code uses this interface instead of a database driver. */
export interface Database extends Connection {
  readonly dialect: Dialect
  /**
   * Kysely instance that creates statements but does not run them. Example:
   * `execute(database.build.selectFrom(…).compile())`.
   */
  readonly build: Kysely<Schema>
  /**
   * Runs `work` in a transaction that may write. The transaction is committed if `work` resolves, and rolled back if it
   * rejects.
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
   * Checks an embedded database (SQLite) for damage.
   *
   * @throws {SyncError} `damaged`: the file is damaged.
   */
  check(): Promise<void>
  /**
   * Returns the milliseconds by which the clock of the database is ahead of the clock of this process. It is 0 for
   * SQLite.
   */
  clockOffset(): Promise<number>
  /**
   * Returns an object for the same database whose commits wait until the data is on disk. Use it to store events. If
   * you close the returned object or the original one, both are closed.
   */
  durable(): Promise<Database>
  close(): Promise<void>
}
