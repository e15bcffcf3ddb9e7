import type { CompiledQuery, Kysely } from 'kysely'
import { type Schema, type TableName, tables } from '../schema/tables.ts'
import { SyncError, type SyncErrorKind } from '../SyncError.ts'
import type { Answer, Connection, Database, Dialect, Row } from './Database.ts'

/**
 * Runs an SQL statement. In the result, times are ISO 8601 texts in UTC, JSON is text, booleans are 0 or 1, and numbers
 * are JavaScript numbers, never texts.
 */
export type Query = (sql: string, parameters?: readonly unknown[]) => Promise<Answer<unknown>>

export interface PooledConnection {
  readonly query: Query
  readonly release: (isBroken: boolean) => void
}

export interface Server {
  readonly label: string
  readonly dialect: Dialect
  readonly build: Kysely<Schema>
  readonly connect: () => Promise<PooledConnection>
  readonly end: () => Promise<void>
  readonly writer: (query: Query) => Omit<Connection, 'execute'>
  readonly begin: (query: Query, isDurable: boolean) => Promise<void>
  readonly after: (query: Query) => Promise<void>
  readonly migrating: (database: Database, work: (connection: Connection) => Promise<void>) => Promise<void>
  readonly nowMs: string
  /**
   * Classifies an error of the database driver. Returns the kind of the `SyncError` to throw, or `deadlock` if the
   * transaction can be repeated. Returns undefined for other errors, such as wrong SQL.
   */
  readonly failureOf: (error: unknown) => SyncErrorKind | 'deadlock' | undefined
}

export interface ServerLimits {
  readonly statementMs: number
  readonly connectMs: number
}

export const defaultLimits: ServerLimits = { statementMs: 60_000, connectMs: 10_000 }

// A statement of a migration may write each row of a corp with millions of customers.
const migrationMs = 6 * 60 * 60_000

/**
 * Time limit for transactions, in seconds. A transaction fails if it waits longer for a lock of another transaction.
 * The server ends a transaction that runs no statement for this time.
 */
export const lockSeconds = 30

const maxAttempts = 5

export function serverDatabase(server: Server, limits: ServerLimits): Database {
  const connect = async (): Promise<PooledConnection> => {
    const opening = server.connect()
    try {
      return await atMost(limits.connectMs, opening, () => 'no connection was free or could be opened')
    } catch (error) {
      void opening.then(
        ({ release }) => release(false),
        () => {},
      )
      throw translate(error, 'unreachable')
    }
  }

  const use = async <Result>(work: (query: Query) => Promise<Result>): Promise<Result> => {
    const { query, release } = await connect()
    let isBroken = false
    const bounded: Query = async (sql, parameters) => {
      try {
        return await atMost(limits.statementMs, query(sql, parameters), () => `no answer to: ${sql.slice(0, 80)}`)
      } catch (error) {
        isBroken ||= error instanceof OutOfTime
        throw error
      }
    }
    try {
      return await work(bounded)
    } catch (error) {
      isBroken ||= error instanceof RollbackFailed
      throw translate(error instanceof RollbackFailed ? error.cause : error, undefined)
    } finally {
      release(isBroken)
    }
  }

  const transactionOnce = <Result>(
    work: (connection: Connection) => Promise<Result>,
    isDurable: boolean,
  ): Promise<Result> =>
    use(async (query) => {
      try {
        await server.begin(query, isDurable)
        const result = await work(connectionOver(server, query))
        await query('commit')
        await server.after(query)
        return result
      } catch (error) {
        try {
          await query('rollback')
          await server.after(query)
        } catch {
          // The server rolls back by itself when the connection ends.
          throw new RollbackFailed(error)
        }
        throw error
      }
    })

  const transaction = async <Result>(
    work: (connection: Connection) => Promise<Result>,
    isDurable: boolean,
  ): Promise<Result> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await transactionOnce(work, isDurable)
      } catch (error) {
        if (server.failureOf(error) !== 'deadlock' || attempt === maxAttempts) throw error
      }
    }
  }

  function translate(error: unknown, otherwise: SyncErrorKind | undefined): unknown {
    if (error instanceof SyncError) return error
    const found = error instanceof OutOfTime ? 'unreachable' : (server.failureOf(error) ?? otherwise)
    if (found === undefined || found === 'deadlock') return error
    return new SyncError(found, `${server.label}: ${textOf(error)}; ${remedies[found] ?? ''}`, { cause: error })
  }

  const make = (isDurable: boolean): Database => {
    const own = <Result>(work: (connection: Connection) => Promise<Result>) => transaction(work, isDurable)
    const database: Database = {
      dialect: server.dialect,
      build: server.build,
      execute: (query) => use((run) => connectionOver(server, run).execute(query)),
      find: (...args) => use((run) => server.writer(run).find(...args)),
      upsert: (...args) => own((within) => within.upsert(...args)),
      insertNew: (...args) => own((within) => within.insertNew(...args)),
      change: (...args) => own((within) => within.change(...args)),
      remove: (...args) => own((within) => within.remove(...args)),
      transaction: own,
      migrating: async (work) => {
        // A server that hangs is noticed here, within the usual limit.
        await use((run) => run('select 1'))
        await server.migrating(serverDatabase(server, { ...limits, statementMs: migrationMs }), work)
      },
      // The server looks after its own files.
      check: async () => {},
      clockOffset: () =>
        use(async (run) => {
          const began = Date.now()
          const { rows } = await run(`select ${server.nowMs} as now_ms`)
          const answered = Date.now()
          return Math.round((rows[0] as { now_ms: number }).now_ms - (began + answered) / 2)
        }),
      durable: async () => (isDurable ? database : make(true)),
      close: () => server.end(),
    }
    return database
  }
  return make(false)
}

function connectionOver(server: Server, query: Query): Connection {
  return {
    ...server.writer(query),
    execute: async <Result>({ sql, parameters }: CompiledQuery<Result>) =>
      (await query(sql, parameters)) as Answer<Result>,
  }
}

/** Sorts rows by key. All transactions lock rows in this order, so that no two wait for each other (a deadlock). */
export function sortedByKey(table: TableName, rows: readonly Row[]): readonly Row[] {
  const key: readonly string[] = tables[table].key
  // The server numbers the rows of `changes` in the order of insertion, so this order must stay.
  if (rows.length < 2 || table === 'changes') return rows
  const textOfKey = (row: Row) => key.map((column) => String(row[column])).join('\n')
  return rows.toSorted((one, other) => (textOfKey(one) < textOfKey(other) ? -1 : 1))
}

const remedies: Readonly<Partial<Record<SyncErrorKind, string>>> = {
  unreachable: 'check that the server runs, and the host, user and password of the URL',
  busy: 'another process has held a lock for too long; try again',
  'read-only': 'use a database that can be written, and give its user the right to create tables',
  full: 'make space; the last transaction was rolled back',
}

function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  // The message is empty if a host has several addresses and none accepts the connection.
  return error.message || ('code' in error ? String(error.code) : error.name)
}

class OutOfTime extends Error {}

/**
 * Error that is thrown if a rollback fails. The connection must then be closed, because the server rolls back the
 * transaction when the connection ends. `cause` is the error that led to the rollback.
 */
class RollbackFailed extends Error {
  constructor(cause: unknown) {
    super('the rollback failed', { cause })
  }
}

async function atMost<Result>(milliseconds: number, work: Promise<Result>, what: () => string): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new OutOfTime(`${what()} within ${milliseconds} ms`)), milliseconds)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
