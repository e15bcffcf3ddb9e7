import type { ViteUserConfig } from 'vitest/config'

// Needs Chromium, so it is not part of `npm test`.
const config: ViteUserConfig = {
  test: {
    include: ['browser/**/*.test.ts'],
    globalSetup: 'browser/fixtures/servePlayground.ts',
    // Each file has its own browser: two at once are enough for a small machine.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default', 'json'],
    outputFile: { json: 'test-report.browser.json' },
  },
}

export default config
