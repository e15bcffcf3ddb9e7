import { defaultServerConditions } from 'vite'
import { defineConfig, type ViteUserConfig } from 'vitest/config'

const config: ViteUserConfig = defineConfig({
  ssr: { resolve: { conditions: ['@wecom/source', ...defaultServerConditions] } },
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: 'src/setup.ts',
    // Only against hanging: Next builds in 20 seconds on an idle machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['default', 'json'],
    outputFile: { json: 'test-report.examples.json' },
  },
})

export default config
