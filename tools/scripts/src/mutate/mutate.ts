/**
 * Mutation testing: changes the code of a package in one place after another, and reports the changes that no test
 * notices.
 *
 *     npm run mutate -- packages/redis
 *     npm run mutate -- packages/core src/token src/transport/fromFetch.ts
 *
 * The report is the file `test-report.mutation.html` in the folder of the package. The program ends with exit code 1 if
 * the tests notice less than 93% of the changes (85% for `packages/redis`).
 */
import { statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { Stryker } from '@stryker-mutator/core'

const [folder, ...parts] = process.argv.slice(2)
if (folder === undefined) throw new Error('npm run mutate -- <folder of a package> [files or folders in it]')
// Minimum percentage of the changes that the tests must notice. It is lower for redis, because Stryker replaces a Lua
// script only as a whole, and because only tests with a real server check some of the timing.
const threshold = basename(folder) === 'redis' ? 85 : 93
const vitestConfig = resolve('vitest.mutation.config.ts')
process.chdir(folder)

const sources = (parts.length > 0 ? parts : ['src']).map((part) =>
  statSync(part).isDirectory() ? `${part}/**/*.ts` : part,
)
const result = await new Stryker({
  mutate: [
    ...sources,
    '!src/**/*.test.ts',
    '!src/**/fixtures/**',
    '!src/testing/**',
    // Made from the catalogue. A test of `tools/generate` compares them with it.
    '!src/errcodes/{table,constants}.ts',
  ],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: vitestConfig },
  // Stryker would rewrite these files with an API that TypeScript 7 does not have.
  ignorePatterns: ['tsconfig*.json', 'dist'],
  // The copies are as deep in the workspace as the package, because tests find the catalogue by a relative path.
  tempDirName: '../../.stryker-tmp',
  coverageAnalysis: 'perTest',
  // Tests with a Redis server measure real time. Other tests at the same time would delay them.
  concurrency: 1,
  timeoutMS: 20_000,
  thresholds: { high: threshold, low: threshold, break: threshold },
  reporters: ['progress-append-only', 'clear-text', 'html'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, allowEmojis: false },
  htmlReporter: { fileName: 'test-report.mutation.html' },
}).runMutationTest()
if (result.length === 0) throw new Error(`nothing to mutate in ${folder}`)
