import { startMariaDb } from '@wecom-tools/scripts/services'
import { afterAll } from 'vitest'
import { useServer } from '../fixtures/stores.ts'

// Runs the random tests of SQLite over a MariaDB, each with fewer runs.
const mariaDb = await startMariaDb()
afterAll(() => mariaDb.stop())
useServer(mariaDb.url)

await import('./random.test.ts')
await import('./takeover.test.ts')
await import('../inbox/random.test.ts')
