import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The fields of a Vitest JSON report that `addUp` reads. */
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
  /** One sentence for each problem that makes the run fail although no test failed, such as a missing report. */
  readonly problems: readonly string[]
}

/**
 * Adds up the test reports of all projects that have tests. It reads the reports of the script `test` and of other
 * scripts such as `test:runtimes`. A missing report or a skipped test is a problem.
 */
export function addUp(workspace: string): Totals {
  let passed = 0
  let failed = 0
  const problems: string[] = []
  for (const manifest of globSync('{packages,tools}/*/package.json', { cwd: workspace }).toSorted()) {
    const project = dirname(manifest)
    const { scripts = {} } = readJson(join(workspace, manifest)) as { scripts?: Record<string, string> }
    for (const script of Object.keys(scripts).filter((name) => /^test(:|$)/.test(name))) {
      const path = join(workspace, project, reportName(script))
      const subject = script === 'test' ? project : `${project} (${script})`
      if (!existsSync(path)) {
        problems.push(`${subject} has tests, but no report of them`)
        continue
      }
      const report = readJson(path) as TestReport
      passed += report.numPassedTests
      failed += report.numFailedTests
      if (!report.success && report.numFailedTests === 0) problems.push(`${subject} failed outside of its tests`)
      const skipped = report.numPendingTests + report.numTodoTests
      if (skipped > 0) problems.push(`${subject} skipped ${skipped} tests`)
    }
  }
  if (passed + failed === 0) problems.push('no test was run')
  return { passed, failed, problems }
}

/**
 * Returns the name of a script's report: `test-report.json` for `test`, `test-report.runtimes.json` for
 * `test:runtimes`.
 */
function reportName(script: string): string {
  return `${script.replace('test', 'test-report').replace(':', '.')}.json`
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}
