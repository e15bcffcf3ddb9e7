import { startMariaDb } from '@wecom-tools/scripts/services'
import { afterAll } from 'vitest'
import { useServer } from './fixtures/stores.ts'

// Runs the tests of SQLite over a MariaDB.
const mariaDb = await startMariaDb()
afterAll(() => mariaDb.stop())
useServer(mariaDb.url)

await import('./run/run.test.ts')
await import('./run/resuming.test.ts')
await import('./run/gaps.test.ts')
await import('./run/missingFields.test.ts')
await import('./reads/refresh.test.ts')
await import('./reads/tags.test.ts')
await import('./forget.test.ts')
await import('./retention.test.ts')
await import('./rows/changes.test.ts')
await import('./reads/groupChat.test.ts')
await import('./inbox/inbox.test.ts')
await import('./inbox/handlers.test.ts')
await import('./inbox/reportedChanges.test.ts')
await import('./inbox/facts.test.ts')
await import('./run/crashing.test.ts')
await import('./examples.test.ts')
