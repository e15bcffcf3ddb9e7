import { CompiledQuery, DummyDriver, Kysely, MysqlAdapter, MysqlIntrospector, MysqlQueryCompiler } from 'kysely'
import type { Schema } from '../schema/tables.ts'
import { SyncError } from '../SyncError.ts'
import type { Connection, Database } from './Database.ts'
import { loadDriver } from './loadDriver.ts'
import { mysqlDialect, mysqlWriter } from './mysqlDialect.ts'
import { defaultLimits, lockSeconds, type Query, type Server, serverDatabase, type ServerLimits } from './server.ts'

export interface MysqlPool {
  getConnection(): Promise<MysqlConnection>
}

export interface MysqlCallbackPool {
  promise(): MysqlPool
}

export interface MysqlConnection {
  query(options: MysqlQuery): Promise<[unknown, unknown]>
  execute(options: MysqlQuery): Promise<[unknown, unknown]>
  release(): void
  destroy(): void
  on(event: 'error', listener: (error: Error) => void): unknown
  off(event: 'error', listener: (error: Error) => void): unknown
}

interface MysqlQuery {
  sql: string
  values?: string[]
  typeCast?: (field: MysqlField, next: () => unknown) => unknown
}

interface MysqlField {
  readonly type: string
  string(encoding?: BufferEncoding): string | null
}

const build = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new MysqlAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new MysqlIntrospector(db),
    createQueryCompiler: () => new MysqlQueryCompiler(),
  },
})

export async function openMysql(url: URL, limits: ServerLimits = defaultLimits): Promise<Database> {
  const mysql = await loadDriver('mysql2', () => import('mysql2/promise'))
  const pool = mysql.createPool({
    uri: url.href,
    connectionLimit: 10,
    charset: 'utf8mb4',
    timezone: 'Z',
    enableKeepAlive: true,
    connectTimeout: limits.connectMs,
    maxPreparedStatements: 500,
  })
  return useMysql(pool, `MySQL at ${url.host}`, () => pool.end(), limits)
}

export function useMysql(
  pool: MysqlPool,
  label = 'MySQL',
  // Does nothing by default, so that a pool of the user stays open.
  end: () => Promise<void> = async () => {},
  limits: ServerLimits = defaultLimits,
): Database {
  const server: Server = {
    label,
    dialect: mysqlDialect,
    build,
    connect: async () => {
      const connection = await pool.getConnection()
      connection.on('error', ignore)
      const release = (isBroken: boolean): void => {
        connection.off('error', ignore)
        if (isBroken) connection.destroy()
        else connection.release()
      }
      return { query: queryOf(connection), release }
    },
    end,
    writer: mysqlWriter,
    begin: async (query) => {
      // Without strict mode values that do not fit are cut off. The waits are those of a session that does nothing, for
      // locked rows, and for locked tables.
      await query(
        `set @wecom_mode = @@sql_mode, @wecom_wait = @@wait_timeout, @wecom_lock = @@innodb_lock_wait_timeout,
        @wecom_tables = @@lock_wait_timeout, session sql_mode = concat(@@sql_mode, ',STRICT_ALL_TABLES'),
        session wait_timeout = ${lockSeconds}, session innodb_lock_wait_timeout = ${lockSeconds},
        session lock_wait_timeout = ${lockSeconds}`,
      )
      // The usual level would show the database as it was at the first read, and lock gaps between rows.
      await query('set transaction isolation level read committed')
      await query('start transaction')
    },
    after: async (query) => {
      await query(
        `set session sql_mode = @wecom_mode, session wait_timeout = @wecom_wait,
        session innodb_lock_wait_timeout = @wecom_lock, session lock_wait_timeout = @wecom_tables`,
      )
    },
    // Each statement that makes a table commits by itself: a lock of the connection keeps others out.
    migrating: async (database, work) => migrating(server, database, work),
    nowMs: `timestampdiff(microsecond, '1970-01-01', utc_timestamp(6)) / 1000`,
    failureOf,
  }
  return serverDatabase(server, limits)
}

// Without a listener, an error of an idle connection would end the process. The next statement on the connection fails
// anyway.
const ignore = (): void => {}

// Names of locks are those of the whole server.
const schemaLock = `concat('wecom_', md5(database()))`

async function migrating(
  { label }: Server,
  database: Database,
  work: (connection: Connection) => Promise<void>,
): Promise<void> {
  await database.transaction(async (connection) => {
    const run = async (sql: string): Promise<number | null | undefined> => {
      const query: CompiledQuery<{ done: number | null }> = CompiledQuery.raw(sql)
      return (await connection.execute(query)).rows[0]?.done
    }
    if ((await run(`select get_lock(${schemaLock}, ${lockSeconds}) as done`)) !== 1) {
      throw new SyncError(
        'busy',
        `${label}: another process has been migrating the tables for ${lockSeconds} s; try again`,
      )
    }
    try {
      await work(connection)
    } finally {
      // The error of `work` tells more. The server releases the lock when the connection ends.
      await run(`select release_lock(${schemaLock}) as done`).catch(() => {})
    }
  })
}

function queryOf(connection: MysqlConnection): Query {
  return async (sql, parameters = []) => {
    const options: MysqlQuery = { sql, typeCast }
    // Servers refuse to prepare `start transaction` and the like, and none of those has parameters.
    const [result] =
      parameters.length === 0
        ? await connection.query(options)
        : await connection.execute({ ...options, values: parameters.map(toMysql) as string[] })
    if (Array.isArray(result)) return { rows: result, affected: result.length }
    const { affectedRows, info } = result as { affectedRows: number; info?: string }
    // Depending on the flags of a connection, `affectedRows` leaves out rows that stay as they are.
    const matched = /Rows matched: (\d+)/.exec(info ?? '')?.[1]
    return { rows: [], affected: matched === undefined ? affectedRows : Number(matched) }
  }
}

/**
 * Converts a parameter to text. The driver would send a number as a floating-point value, but a `limit` clause does not
 * accept such a value. The server converts the text to the type of the column without loss.
 */
function toMysql(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return value.toISOString().slice(0, -1).replace('T', ' ')
  if (typeof value === 'boolean') return value ? '1' : '0'
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function typeCast(field: MysqlField, next: () => unknown): unknown {
  switch (field.type) {
    case 'DATETIME': {
      const text = field.string()
      // Without milliseconds where they are 0.
      return text === null ? null : new Date(`${text.replace(' ', 'T')}Z`).toISOString()
    }
    case 'JSON':
      return field.string('utf8')
    // MariaDB's JSON, and all texts.
    case 'BLOB':
    case 'VAR_STRING':
    case 'STRING':
    case 'VARCHAR':
      return field.string()
    case 'NEWDECIMAL':
    case 'DECIMAL':
    case 'LONGLONG': {
      const value = field.type === 'LONGLONG' ? next() : field.string()
      return value === null ? null : Number(value)
    }
    default:
      return next()
  }
}

// https://mariadb.com/kb/en/mariadb-error-code-reference/
const deadlock = 1213
const lockWaitTimeout = 1205
const diskFull = [1021, 1114]

function failureOf(error: unknown): ReturnType<Server['failureOf']> {
  if (!(error instanceof Error)) return undefined
  const errno = 'errno' in error ? Number(error.errno) : undefined
  if (errno === deadlock) return 'deadlock'
  if (errno === lockWaitTimeout) return 'busy'
  if (errno !== undefined && diskFull.includes(errno)) return 'full'
  const code = 'code' in error ? String(error.code) : ''
  const isAway = /^(PROTOCOL_CONNECTION_LOST|ER_CON_COUNT|ER_SERVER_SHUTDOWN|ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|ENOT|EAI)/
  return isAway.test(code) || error.message.includes('closed state') ? 'unreachable' : undefined
}
