import { startPostgres } from '@wecom-tools/scripts/services'
import { afterAll } from 'vitest'
import { useServer } from '../fixtures/stores.ts'

// Runs the tests of SQLite over a Postgres.
const postgres = await startPostgres()
afterAll(() => postgres.stop())
useServer(postgres.url)

await import('./createSyncWorker.test.ts')
await import('./twoWorkers.test.ts')
