import { defaultServerConditions } from 'vite'
import { defineConfig, type ViteUserConfig } from 'vitest/config'

const config: ViteUserConfig = defineConfig({
  ssr: { resolve: { conditions: ['@wecom/source', ...defaultServerConditions] } },
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: 'src/setup.ts',
    // Only against hanging: Next builds in 20 seconds on an idle machine.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // Tests wait for programs that they start, so two of them fill two cores.
    maxWorkers: 2,
    reporters: ['default', 'json'],
    outputFile: { json: 'test-report.examples.json' },
  },
})

export default config
