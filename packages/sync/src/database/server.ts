import type { CompiledQuery, Kysely } from 'kysely'
import { type Schema, type TableName, tables } from '../schema/tables.ts'
import { SyncError, type SyncErrorKind } from '../SyncError.ts'
import type { Answer, Connection, Database, Dialect, Row } from './Database.ts'

/** Runs one statement. Times come back as ISO 8601 in UTC, JSON as text, all numbers as numbers, booleans as 0 or 1. */
export type Query = (sql: string, parameters?: readonly unknown[]) => Promise<Answer<unknown>>

/** A connection of a pool. */
export interface PooledConnection {
  readonly query: Query
  /** Gives the connection back to the pool, or closes it. */
  readonly release: (isBroken: boolean) => void
}

/** How one kind of server does what the others do differently. */
export interface Server {
  /** For errors: the kind of server, with its host where it is known. */
  readonly label: string
  readonly dialect: Dialect
  readonly build: Kysely<Schema>
  readonly connect: () => Promise<PooledConnection>
  /** Closes the pool, unless it is the user's own. */
  readonly end: () => Promise<void>
  /** The statements that write rows. */
  readonly writer: (query: Query) => Omit<Connection, 'execute'>
  readonly begin: (query: Query, isDurable: boolean) => Promise<void>
  /** Restores the settings of the connection after a transaction. */
  readonly after: (query: Query) => Promise<void>
  readonly migrating: (database: Database, work: (connection: Connection) => Promise<void>) => Promise<void>
  /** An expression: milliseconds since 1970. */
  readonly nowMs: string
  /** Translates an error of the driver; undefined if the statement itself is wrong. */
  readonly failureOf: (error: unknown) => SyncErrorKind | 'deadlock' | undefined
}

export interface ServerLimits {
  /** How long a statement may take, waits for locks included, in milliseconds. */
  readonly statementMs: number
  /** How long to wait for a connection, in milliseconds. */
  readonly connectMs: number
}

export const defaultLimits: ServerLimits = { statementMs: 60_000, connectMs: 10_000 }

/** Seconds for which a transaction waits for the locks of others, or may do nothing until the server gives it up. */
export const lockSeconds = 30

/** How often a transaction is tried that runs into deadlocks. */
const maxAttempts = 5

/** The tables in a Postgres, MySQL or MariaDB, over a pool of connections. */
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

  /** Runs work with one connection. One that has not answered in time is closed. */
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
      migrating: (work) => server.migrating(database, work),
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

/** In the order of their keys, so that two transactions never wait for each other's rows. */
export function sortedByKey(table: TableName, rows: readonly Row[]): readonly Row[] {
  const key: readonly string[] = tables[table].key
  // Changes are counted in the order in which they come.
  if (rows.length < 2 || table === 'changes') return rows
  const textOfKey = (row: Row) => key.map((column) => String(row[column])).join('\n')
  return rows.toSorted((one, other) => (textOfKey(one) < textOfKey(other) ? -1 : 1))
}

const remedies: Readonly<Partial<Record<SyncErrorKind, string>>> = {
  unreachable: 'check that the server runs, and the host, user and password of the URL',
  busy: 'another process has held a lock for too long; try again',
  full: 'make space; the last transaction was rolled back',
}

/** Codes say more than messages: several addresses that refuse have an error without a message. */
function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.message || ('code' in error ? String(error.code) : error.name)
}

class OutOfTime extends Error {}

/** The connection is of no use any more. `cause` is why the transaction was rolled back. */
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
