import { startPostgres } from '@wecom-tools/scripts/services'
import { afterAll } from 'vitest'
import { useServer } from '../fixtures/stores.ts'

// Runs the random tests of SQLite over a Postgres, each with fewer runs.
const postgres = await startPostgres()
afterAll(() => postgres.stop())
useServer(postgres.url)

await import('./random.test.ts')
await import('./takeover.test.ts')
await import('../inbox/random.test.ts')
