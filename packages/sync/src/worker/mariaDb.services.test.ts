import { startMariaDb } from '@wecom-tools/scripts/services'
import { afterAll } from 'vitest'
import { useServer } from '../fixtures/stores.ts'

// Runs the tests of SQLite over a MariaDB.
const mariaDb = await startMariaDb()
afterAll(() => mariaDb.stop())
useServer(mariaDb.url)

await import('./createSyncWorker.test.ts')
await import('./twoWorkers.test.ts')
