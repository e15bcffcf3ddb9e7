import { SyncError } from '../SyncError.ts'
import type { Database } from './Database.ts'
import { type MysqlCallbackPool, type MysqlPool, openMysql, useMysql } from './mysql.ts'
import { openPostgres, type PostgresPool, usePostgres } from './postgres.ts'
import { openSqlite } from './sqlite.ts'

/**
 * Database for the tables, as a URL or as a connection pool:
 * - `sqlite:corp.db`, `sqlite:/var/lib/corp.db` or `sqlite::memory:`;
 * - `postgres://user:password@host/database`, or a `Pool` of `pg`;
 * - `mysql://user:password@host/database` for MySQL or MariaDB, or a pool of `mysql2`.
 *
 * `Sync.close` does not close a pool that you passed.
 */
export type SyncStore = string | PostgresPool | MysqlPool | MysqlCallbackPool

export async function openDatabase(store: SyncStore): Promise<Database> {
  if (typeof store === 'string') return openUrl(store)
  // Programs without types may pass a variable that is not set.
  const given: unknown = store
  if (typeof store !== 'object' || given === null) throw unknownStore(String(given))
  // A pool of mysql2 with callbacks has `getConnection`, too.
  if ('promise' in store) return useMysql(store.promise())
  if ('getConnection' in store) return useMysql(store)
  if ('connect' in store) return usePostgres(store)
  throw unknownStore('an object')
}

function unknownStore(got: string): SyncError {
  return new SyncError('url', `store: must be ${urls}, or a pool of pg or mysql2, got ${got}`)
}

const urls = 'sqlite:<file>, postgres://… or mysql://…'

async function openUrl(store: string): Promise<Database> {
  const scheme = /^([a-z]+):/.exec(store)?.[1]
  const rest = store.slice((scheme?.length ?? 0) + 1)
  if (scheme === 'sqlite' && /^\/\/[^/]/.test(rest)) {
    const file = rest.slice(2)
    throw new SyncError('url', `store: two slashes would mean the file /${file}; write sqlite:${file}`)
  }
  if (scheme === 'sqlite' && rest !== '') return openSqlite(rest)
  if (scheme === 'postgres' || scheme === 'postgresql') return openPostgres(toUrl(store, scheme))
  if (scheme === 'mysql' || scheme === 'mariadb') return openMysql(toUrl(store, scheme))
  // The rest of the URL may hold a password.
  throw new SyncError('url', `store: must be ${urls}, got ${scheme === undefined ? 'no scheme' : `${scheme}:`}`)
}

function toUrl(store: string, scheme: string): URL {
  const url = URL.canParse(store) ? new URL(store) : undefined
  if (url?.host) return url
  // The error of `URL` would hold the password.
  const hint = 'encode special characters of the password, such as @ as %40'
  throw new SyncError('url', `store: must be ${scheme}://user:password@host:port/database; ${hint}`)
}
