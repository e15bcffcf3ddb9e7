import type { CompiledQuery, Kysely } from 'kysely'
import type { Schema, TableName } from '../schema/tables.ts'

/**
 * Value that this package writes to a column. A JSON value must be passed as text (the result of `JSON.stringify`).
 *
 * Values that the package reads have the same form on all databases: times are ISO 8601 texts, JSON is text, booleans
 * are 0 or 1.
 */
export type Value = string | number | Date | null

export type Row = Readonly<Record<string, Value>>

export interface Answer<Result> {
  readonly rows: Result[]
  /** Number of rows that a write matched. Rows whose values stayed the same are included. */
  readonly affected: number
}

export interface Connection {
  execute<Result>(query: CompiledQuery<Result>): Promise<Answer<Result>>
  find(table: TableName, columns: readonly string[], rows: readonly Row[]): Promise<Record<string, unknown>[]>
  /**
   * Inserts rows, or updates rows that have the same key. All rows must have the same columns, and no two rows may have
   * the same key, because one statement writes many rows. An update changes only the given columns, and never
   * `first_seen_at`.
   */
  upsert(table: TableName, rows: readonly Row[]): Promise<void>
  insertNew(table: TableName, rows: readonly Row[]): Promise<void>
  /**
   * Updates `columns` of the row with the key `key`. If `condition` is given, updates the row only if it also has the
   * values in `condition`. None of these values may be null. Returns whether a row matched `key` and `condition`.
   */
  change(table: TableName, key: Row, columns: Row, condition?: Row): Promise<boolean>
  remove(table: TableName, rows: readonly Row[]): Promise<void>
}

export interface Dialect {
  readonly name: 'sqlite' | 'postgres' | 'mysql'
  readonly createTable: (table: TableName) => string[]
  /** Returns a statement that adds a column. The column must allow null, because existing rows have no value for it. */
  readonly addColumn: (table: TableName, column: string) => string
  /**
   * Returns SQL that lists the columns of a table. The result has one row for each column, with the name of the column
   * in `name`.
   */
  readonly listColumns: (table: TableName | 'schema') => string
  /**
   * Returns SQL for a `from` clause. `column` is the name of a column that contains JSON objects. `field` is the name
   * of a field in these objects whose value is a list of strings. The SQL yields one row for each string, and the row's
   * column is called `value`.
   */
  readonly textsOf: (column: string, field: string) => string
  /**
   * Returns SQL that converts the time in `column` to the date in China (UTC+8). The result of the SQL is text such as
   * `2026-11-30`.
   */
  readonly chinaDay: (column: string) => string
  /**
   * Returns SQL that converts the time in `column` to the week in China (UTC+8). The result of the SQL is the date of
   * the Monday of this week, as text such as `2026-11-30`.
   */
  readonly chinaWeek: (column: string) => string
  /**
   * Whether several transactions can write at the same time. If true, a worker locks each row that it takes, and other
   * workers skip locked rows. False for SQLite, which runs write transactions one after the other.
   */
  readonly locksRows: boolean
}

export interface Database extends Connection {
  readonly dialect: Dialect
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
   * Checks the file of a SQLite database. Does nothing for other databases, because they check their own files.
   *
   * @throws {SyncError} `damaged`: the file is damaged.
   */
  check(): Promise<void>
  /** Returns how many milliseconds the clock of the database is ahead of this process. 0 for SQLite. */
  clockOffset(): Promise<number>
  /**
   * Returns a second object for the same database. Each transaction of the second object waits until its data is on
   * disk. Transactions of the first object may end earlier. Use the second object to store events. If you close one of
   * the two objects, both are closed.
   */
  durable(): Promise<Database>
  close(): Promise<void>
}
