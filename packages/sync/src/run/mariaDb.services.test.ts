import { startMariaDb } from '@wecom-tools/scripts/services'
import { afterAll } from 'vitest'
import { useServer } from '../fixtures/stores.ts'

// Runs tests of SQLite over a MariaDB, the random ones with fewer runs.
const mariaDb = await startMariaDb()
afterAll(() => mariaDb.stop())
useServer(mariaDb.url)

await import('./random.test.ts')
await import('./takeover.test.ts')
await import('./replacedRun.test.ts')
await import('./acceptMissing.test.ts')
await import('./gaps.test.ts')
await import('./manyGaps.test.ts')
await import('../wrongClock.test.ts')
await import('../inbox/random.test.ts')
