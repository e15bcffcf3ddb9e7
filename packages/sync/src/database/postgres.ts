import {
  CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import type { Schema } from '../schema/tables.ts'
import type { Database } from './Database.ts'
import { loadDriver } from './loadDriver.ts'
import { postgresDialect, postgresWriter } from './postgresDialect.ts'
import { defaultLimits, lockSeconds, type Query, type Server, serverDatabase, type ServerLimits } from './server.ts'

export interface PostgresPool {
  connect(): Promise<PostgresClient>
  readonly totalCount: number
}

export interface PostgresClient {
  // A query of `pg` may be anything; its types say so.
  query(query: {
    text: string
    values?: unknown[]
    types?: { getTypeParser(oid: number): (text: string) => unknown }
  }): Promise<{
    rows: unknown[]
    rowCount: number | null
  }>
  release(isBroken?: boolean): void
  on(event: 'error', listener: (error: Error) => void): unknown
  off(event: 'error', listener: (error: Error) => void): unknown
}

const build = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

export async function openPostgres(url: URL, limits: ServerLimits = defaultLimits): Promise<Database> {
  const { default: pg } = await loadDriver('pg', () => import('pg'))
  const pool = new pg.Pool({
    connectionString: url.href,
    max: 10,
    application_name: 'wecom-sync',
    keepAlive: true,
    connectionTimeoutMillis: limits.connectMs,
  })
  // A connection that breaks while nobody uses it: the pool makes another one.
  pool.on('error', ignore)
  return usePostgres(pool, `Postgres at ${url.host}`, () => pool.end(), limits)
}

export function usePostgres(
  pool: PostgresPool,
  label = 'Postgres',
  // Does nothing by default, so that a pool of the user stays open.
  end: () => Promise<void> = async () => {},
  limits: ServerLimits = defaultLimits,
): Database {
  const server: Server = {
    label,
    dialect: postgresDialect,
    build,
    connect: async () => {
      const client = await pool.connect()
      client.on('error', ignore)
      const release = (isBroken: boolean): void => {
        client.off('error', ignore)
        client.release(isBroken)
      }
      return { query: queryOf(client), release }
    },
    end,
    writer: postgresWriter,
    begin: async (query, isDurable) => {
      const ms = lockSeconds * 1000
      await query(
        `begin isolation level read committed; set local lock_timeout = ${ms};
        set local idle_in_transaction_session_timeout = ${ms}`,
      )
      if (!isDurable) return
      await query(
        `select set_config('synchronous_commit', 'on', true) where current_setting('synchronous_commit') = 'off'`,
      )
    },
    after: async () => {},
    migrating: (database, work) =>
      database.transaction(async (connection) => {
        await connection.execute(CompiledQuery.raw(`select pg_advisory_xact_lock(${schemaLock})`))
        await work(connection)
      }),
    nowMs: 'extract(epoch from clock_timestamp()) * 1000',
    failureOf,
  }
  return serverDatabase(server, limits)
}

// Without a listener, an error of an idle connection would end the process. The next statement on the connection fails
// anyway.
const ignore = (): void => {}

// The letters `wecom`, so that no other program uses the same key by accident.
const schemaLock = 0x7765636f6d

function queryOf(client: PostgresClient): Query {
  return async (text, parameters = []) => {
    const values = parameters.map((value) => (Array.isArray(value) ? value.map(toPostgres) : toPostgres(value)))
    // Without parameters `pg` takes several statements in one text.
    const { rows, rowCount } = await client.query({ text, types, ...(values.length > 0 && { values }) })
    return { rows, affected: rowCount ?? 0 }
  }
}

function toPostgres(value: unknown): unknown {
  // `pg` would write a `Date` in the time zone of this machine.
  return value instanceof Date ? value.toISOString() : value
}

// Oids of types: https://github.com/postgres/postgres/blob/master/src/include/catalog/pg_type.dat
const asNumber = (text: string): number => Number(text)
const parsers = new Map<number, (text: string) => unknown>([
  [16, (text) => (text === 't' ? 1 : 0)],
  [20, asNumber],
  [21, asNumber],
  [23, asNumber],
  [700, asNumber],
  [701, asNumber],
  [1700, asNumber],
  [1184, (text) => new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString()],
])

// Replaces the parsers of `pg`, which are global: another part of the program may have changed those. JSON stays text.
const types = { getTypeParser: (oid: number) => parsers.get(oid) ?? ((text: string) => text) }

// https://www.postgresql.org/docs/current/errcodes-appendix.html
function failureOf(error: unknown): ReturnType<Server['failureOf']> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === '40P01' || code === '40001') return 'deadlock'
  if (code === '55P03') return 'busy'
  if (code === '53100') return 'full'
  if (code === '42501' || code === '25006') return 'read-only'
  const isAway = /^(08|57P|53300|25P03|ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)/.test(code)
  // Errors of `pg` itself have no code.
  const isClosed =
    error instanceof Error && /^(Connection terminated|timeout exceeded when)|not queryable/.test(error.message)
  return isAway || isClosed ? 'unreachable' : undefined
}
