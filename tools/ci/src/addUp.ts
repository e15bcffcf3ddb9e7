import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What is read of a Vitest JSON report. */
interface TestReport {
  readonly success: boolean
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
}

export interface Totals {
  readonly passed: number
  readonly failed: number
  /** What makes the run fail although no test did, one sentence each. */
  readonly problems: readonly string[]
}

/** Adds up the reports of all projects of the workspace that have tests. A missing report or a skipped test is a problem. */
export function addUp(workspace: string): Totals {
  let passed = 0
  let failed = 0
  const problems: string[] = []
  for (const manifest of globSync('{packages,tools}/*/package.json', { cwd: workspace }).toSorted()) {
    const project = dirname(manifest)
    const { scripts } = readJson(join(workspace, manifest)) as { scripts?: Record<string, string> }
    if (!scripts?.['test']) continue

    const path = join(workspace, project, 'test-report.json')
    if (!existsSync(path)) {
      problems.push(`${project} has tests, but no report of them`)
      continue
    }
    const report = readJson(path) as TestReport
    passed += report.numPassedTests
    failed += report.numFailedTests
    if (!report.success && report.numFailedTests === 0) problems.push(`${project} failed outside of its tests`)
    const skipped = report.numPendingTests + report.numTodoTests
    if (skipped > 0) problems.push(`${project} skipped ${skipped} tests`)
  }
  if (passed + failed === 0) problems.push('no test was run')
  return { passed, failed, problems }
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}
