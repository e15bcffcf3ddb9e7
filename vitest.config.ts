import { defaultClientConditions, defaultServerConditions } from 'vite'
import { defineConfig } from 'vitest/config'

// Node knows no condition `module`: some packages have files under it that only bundlers can load.
const serverConditions = defaultServerConditions.filter((condition) => condition !== 'module')

// Tests run from source: nothing has to be built first.
export default defineConfig({
  resolve: { conditions: ['@wecom/source', ...defaultClientConditions] },
  ssr: { resolve: { conditions: ['@wecom/source', ...serverConditions] } },
  test: {
    include: ['src/**/*.test.ts'],
    // They need a Redis or a database: see vitest.services.config.ts.
    exclude: ['**/node_modules/**', '**/*.services.test.ts'],
    // Only against hanging: a busy machine needs seconds to start a process.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Vitest's default of one second is too short for such a machine. `vi.waitFor` has no setting for it.
    expect: { poll: { timeout: 20_000 } },
    restoreMocks: true,
    unstubGlobals: true,
    // The JSON report is what `tools/scripts` adds up.
    reporters: ['default', 'json'],
    outputFile: { json: 'test-report.json' },
  },
})
