import { expect, test } from 'vitest'
import { type MysqlConnection, useMysql } from './mysql.ts'

/** Simulates a MySQL server. The connection breaks at the statement that releases the lock of the migration. */
const query: MysqlConnection['query'] = async ({ sql }) => {
  if (sql.includes('release_lock')) throw new Error('the connection is gone')
  return [sql.includes('get_lock') ? [{ done: 1 }] : { affectedRows: 0 }, undefined]
}
const ignore = (): void => {}

test('error: a failed migration reports its own error if the lock cannot be released either', async () => {
  const connection = { query, execute: query, release: ignore, destroy: ignore, on: ignore, off: ignore }
  const database = useMysql({ getConnection: async () => connection })
  const migrating = database.migrating(async () => {
    throw new Error('no answer to: insert')
  })

  await expect(migrating).rejects.toThrow('no answer to: insert')
})
