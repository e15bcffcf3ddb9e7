import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** The fields of a Vitest JSON report that `addUp` reads. */
interface TestReport {
  readonly success: boolean
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly TestFile[]
}

interface TestFile {
  /** The absolute path of the file. */
  readonly name: string
  readonly status: 'passed' | 'failed'
  /** Why the file did not load. Empty if it loaded. */
  readonly message: string
  readonly assertionResults: readonly {
    readonly fullName: string
    readonly status: string
    readonly failureMessages: readonly string[]
  }[]
}

export interface Totals {
  readonly passed: number
  readonly failed: number
  /** The file, title and error message of each failed test, and of each file that did not load. */
  readonly failures: readonly string[]
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
  const failures: string[] = []
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
      failures.push(...report.testResults.flatMap((file) => failuresOf(file, workspace)))
      if (!report.success && report.numFailedTests === 0) problems.push(`${subject} failed outside of its tests`)
      const skipped = report.numPendingTests + report.numTodoTests
      if (skipped > 0) problems.push(`${subject} skipped ${skipped} tests`)
    }
  }
  if (passed + failed === 0) problems.push('no test was run')
  return { passed, failed, failures, problems }
}

function failuresOf(file: TestFile, workspace: string): string[] {
  const path = relative(workspace, file.name)
  const tests = file.assertionResults.filter(({ status }) => status === 'failed')
  if (file.status === 'failed' && tests.length === 0) return [`${path}: ${file.message}`]
  return tests.map(({ fullName, failureMessages }) => `${path}: ${fullName}\n${failureMessages.join('\n')}`)
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
