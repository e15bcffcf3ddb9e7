import { defineConfig } from 'vitest/config'
import config from './vitest.config.ts'

// Tests that need a Redis, a Postgres or a MariaDB. They start the programs installed on the machine, and fail where one
// is missing.
export default defineConfig({
  ...config,
  test: {
    ...config.test,
    include: ['src/**/*.services.test.ts'],
    exclude: ['**/node_modules/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    outputFile: { json: 'test-report.services.json' },
  },
})
