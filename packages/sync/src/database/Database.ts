import type { CompiledQuery, Kysely } from 'kysely'
import type { Schema, TableName } from '../schema/tables.ts'

/**
 * A value of a column as this package hands it to the database. Each dialect binds them in its own way: a `Date` is a
 * moment in UTC, JSON is a text that is written already. Results are alike on all databases: times are texts of ISO 8601,
 * JSON is a text, truth is 0 or 1.
 */
export type Value = string | number | Date | null

/** One row by column; columns that a statement does not touch are left out. */
export type Row = Readonly<Record<string, Value>>

export interface Answer<Result> {
  readonly rows: Result[]
  /** How many rows a write matched, whether or not it changed them. */
  readonly affected: number
}

/** Runs statements, in a transaction or without one. */
export interface Connection {
  /** Runs one statement: of `Database.build`, of Kysely's `sql`, or `CompiledQuery.raw`. */
  execute<Result>(query: CompiledQuery<Result>): Promise<Answer<Result>>
  /** Reads columns of the rows that have the keys of `rows`. The order is not defined; missing rows are left out. */
  find(table: TableName, columns: readonly string[], rows: readonly Row[]): Promise<Record<string, unknown>[]>
  /**
   * Writes rows by their key: inserts those that are new, and in the others replaces the columns that are given. All rows
   * have the same columns and different keys. `first_seen_at` of rows that are there stays.
   */
  upsert(table: TableName, rows: readonly Row[]): Promise<void>
  /** Inserts rows; leaves those alone that are there. All rows have the same columns. */
  insertNew(table: TableName, rows: readonly Row[]): Promise<void>
  /** Changes columns of the row that has this key, where it is there. */
  change(table: TableName, key: Row, columns: Row): Promise<void>
  /** Deletes the rows that have the keys of `rows`. */
  remove(table: TableName, rows: readonly Row[]): Promise<void>
}

/** How one kind of database writes what Kysely does not. */
export interface Dialect {
  readonly name: 'sqlite' | 'postgres' | 'mysql'
  /** Makes a table or an index, or leaves it as it is. */
  readonly createTable: (table: TableName) => string[]
  /** Adds a column that may be null to a table without it. */
  readonly addColumn: (table: TableName, column: string) => string
  /** Selects the names of the columns that a table has, as `name`. */
  readonly listColumns: (table: TableName) => string
  /** A day in China (UTC+8) as text, `2026-11-30`, of a `time` column. */
  readonly chinaDay: (column: string) => string
  /** The Monday of the week in China, as `chinaDay`. */
  readonly chinaWeek: (column: string) => string
  /**
   * Whether a `select` that takes one row for itself has to say so (`for update skip locked`), so that other workers skip it.
   * False where writing transactions come one after the other anyway.
   */
  readonly locksRows: boolean
}

/** The tables, and the only way to them. */
export interface Database extends Connection {
  readonly dialect: Dialect
  /** Builds statements; `execute` runs them: `execute(database.build.selectFrom(…).compile())`. It runs nothing itself. */
  readonly build: Kysely<Schema>
  /**
   * Runs `work` in a transaction that may write: commits when it resolves, rolls back when it rejects. `work` uses only the
   * connection that it gets; other statements of this process wait meanwhile or use other connections. After a deadlock
   * `work` is run again, so that it changes nothing but the database.
   */
  transaction<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result>
  /** Runs `work` while no other process migrates. Commits its changes together, if the database can do so. */
  migrating(work: (connection: Connection) => Promise<void>): Promise<void>
  /**
   * Looks for damage of an embedded database.
   *
   * @throws {SyncError} `damaged`.
   */
  check(): Promise<void>
  /** Milliseconds by which the database's clock is ahead of this process'. 0 for an embedded database. */
  clockOffset(): Promise<number>
  /** The same database, for events: what it commits has reached the disk. Closes with this one. */
  durable(): Promise<Database>
  close(): Promise<void>
}
