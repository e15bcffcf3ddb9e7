import { defineConfig } from 'vitest/config'
import config from './vitest.config.ts'

// The tests that `npm run mutate` runs against each mutant: those with services too, as a Redis decides what scripts do.
export default defineConfig({
  ...config,
  test: {
    ...config.test,
    exclude: [
      '**/node_modules/**',
      // They start processes of their own, in which no mutant is active.
      '**/processes/*.services.test.ts',
      // They look at files outside the package, from a copy that stands elsewhere.
      '**/conformance*.test.ts',
    ],
    reporters: [],
  },
})
