import { SyncError } from '../SyncError.ts'
import type { Database } from './Database.ts'
import { openSqlite } from './sqlite.ts'

/**
 * Opens a database by its URL: `sqlite:corp.db`, `sqlite:/var/lib/corp.db` or `sqlite::memory:`.
 *
 * @throws {SyncError} `url`: another scheme. `damaged`: the file is no database.
 */
export async function openDatabase(url: string): Promise<Database> {
  const scheme = /^([a-z]+):/.exec(url)?.[1]
  const rest = url.slice((scheme?.length ?? 0) + 1)
  if (scheme === 'sqlite' && rest !== '') return openSqlite(rest)
  // The rest of the URL may hold a password.
  const got = scheme === undefined ? 'no scheme' : `${scheme}:`
  throw new SyncError('url', `store: must be sqlite:<file> or sqlite::memory:, got ${got}`)
}
