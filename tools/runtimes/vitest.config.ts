import { playwright } from '@vitest/browser-playwright'
import { workspaceRoot } from '@wecom-tools/packages'
import { defaultClientConditions, defaultServerConditions } from 'vite'
import { defineConfig, type TestProjectInlineConfiguration, type ViteUserConfig } from 'vitest/config'
import { chromiumOptions } from './src/host/chromiumOptions.ts'
import { findRuntimes } from './src/host/findRuntimes.ts'

const { chromium, missing } = findRuntimes()
if (missing.length > 0) {
  const message = `NOT TESTED ON ALL RUNTIMES:\n- ${missing.join('\n- ')}`
  if (process.env['CI']) throw new Error(message)
  console.error(`\n${'='.repeat(80)}\n${message}\n${'='.repeat(80)}\n`)
}

const edgeConditions = ['@wecom/source', 'edge-light', ...defaultClientConditions]
const clientConditions = ['@wecom/source', ...defaultClientConditions]
const serverConditions = ['@wecom/source', ...defaultServerConditions]

/**
 * The package tests that run from source in the edge runtime and in Chromium. On Node.js, `npm test` runs these tests.
 */
const sources = {
  include: ['packages/*/src/**/*.test.ts'],
  // The packages in the first pattern are for Node.js, or have tests that need Node.js. The tests in the other two
  // patterns also need Node.js.
  exclude: ['packages/{contact-cli,mock,msw,redis,sync}/**', '**/*.node.test.ts', '**/conformance.test.ts'],
  restoreMocks: true,
  unstubGlobals: true,
  // Ends tests that hang, as in the config of the workspace.
  testTimeout: 30_000,
  expect: { poll: { timeout: 20_000 } },
}

const edgeRuntime: TestProjectInlineConfiguration = {
  extends: false,
  root: workspaceRoot,
  resolve: { conditions: edgeConditions },
  ssr: { target: 'webworker', noExternal: true, resolve: { conditions: edgeConditions } },
  // One context for all files of a worker: a new one for each file takes three times as long.
  test: { ...sources, name: 'edge-runtime', environment: 'edge-runtime', isolate: false },
}

const chromiumPage = (executable: string): TestProjectInlineConfiguration => ({
  extends: false,
  root: workspaceRoot,
  resolve: { conditions: clientConditions },
  test: {
    ...sources,
    name: 'chromium',
    exclude: [
      ...sources.exclude,
      // The proxy never runs in a page, and its tests set headers that pages may not set. `built.test.ts` calls the
      // proxy from a page.
      'packages/proxy/**',
      // Tests error codes that no browser has.
      '**/connectionFailure.test.ts',
    ],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions: chromiumOptions(executable) }),
      instances: [{ browser: 'chromium' }],
    },
  },
})

const built: TestProjectInlineConfiguration = {
  extends: false,
  ssr: { resolve: { conditions: serverConditions } },
  test: {
    name: 'built',
    include: ['src/**/*.test.ts'],
    globalSetup: 'src/host/setup.ts',
    testTimeout: 15_000,
  },
}

const config: ViteUserConfig = defineConfig({
  test: {
    reporters: ['dot', 'json'],
    outputFile: { json: 'test-report.runtimes.json' },
    projects: [edgeRuntime, ...(chromium ? [chromiumPage(chromium)] : []), built],
  },
})

export default config
