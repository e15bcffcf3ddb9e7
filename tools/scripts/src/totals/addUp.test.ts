import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addUp } from './addUp.ts'

let workspace: string

beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'totals-'))
})
afterEach(() => {
  rmSync(workspace, { recursive: true })
})

const green = {
  success: true,
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
}

function project(path: string, scripts: object, report?: object, reportName = 'test-report.json'): void {
  mkdirSync(join(workspace, path), { recursive: true })
  writeFileSync(join(workspace, path, 'package.json'), JSON.stringify({ scripts }))
  if (report) writeFileSync(join(workspace, path, reportName), JSON.stringify(report))
}

test('adds up packages and tools', () => {
  project('packages/core', { test: 'vitest' }, green)
  project('tools/scripts', { test: 'vitest' }, { ...green, numPassedTests: 1 })
  project('tools/data', {})

  expect(addUp(workspace)).toEqual({ passed: 4, failed: 0, failures: [], problems: [] })
})

test('adds up a second report of the same project', () => {
  const scripts = { test: 'vitest', 'test:runtimes': 'vitest', typecheck: 'tsc' }
  project('tools/runtimes', scripts, green)
  project('tools/runtimes', scripts, { ...green, numPassedTests: 5 }, 'test-report.runtimes.json')

  expect(addUp(workspace)).toEqual({ passed: 8, failed: 0, failures: [], problems: [] })
})

test('a second report that is missing is a problem', () => {
  project('tools/runtimes', { 'test:runtimes': 'vitest' }, green)
  project('packages/core', { test: 'vitest' }, green)

  expect(addUp(workspace)).toMatchObject({
    passed: 3,
    problems: ['tools/runtimes (test:runtimes) has tests, but no report of them'],
  })
})

test('counts failures and names them', () => {
  const passed = { fullName: 'waits', status: 'passed', failureMessages: [] }
  const failed = {
    fullName: 'calls > once',
    status: 'failed',
    failureMessages: ['Error: twice\n    at call.test.ts:3'],
  }
  const name = join(workspace, 'packages/core/src/call.test.ts')
  const testResults = [{ name, status: 'failed', message: '', assertionResults: [passed, failed] }]
  project('packages/core', { test: 'vitest' }, { ...green, success: false, numFailedTests: 1, testResults })

  expect(addUp(workspace)).toEqual({
    passed: 3,
    failed: 1,
    failures: ['packages/core/src/call.test.ts: calls > once\nError: twice\n    at call.test.ts:3'],
    problems: [],
  })
})

test('names a file that did not load', () => {
  const name = join(workspace, 'packages/core/src/call.test.ts')
  const testResults = [{ name, status: 'failed', message: 'Cannot find module', assertionResults: [] }]
  project('packages/core', { test: 'vitest' }, { ...green, success: false, testResults })

  expect(addUp(workspace)).toMatchObject({
    failures: ['packages/core/src/call.test.ts: Cannot find module'],
    problems: ['packages/core failed outside of its tests'],
  })
})

test.each([
  ['a missing report', undefined, 'packages/core has tests, but no report of them'],
  ['a file that did not load', { ...green, success: false }, 'packages/core failed outside of its tests'],
  ['skipped tests', { ...green, numPendingTests: 1, numTodoTests: 1 }, 'packages/core skipped 2 tests'],
])('%s is a problem', (_what, report, problem) => {
  project('packages/core', { test: 'vitest' }, report)
  project('packages/contacts', { test: 'vitest' }, green)

  expect(addUp(workspace).problems).toEqual([problem])
})

test('no tests at all are a problem', () => {
  expect(addUp(workspace)).toEqual({ passed: 0, failed: 0, failures: [], problems: ['no test was run'] })
})
