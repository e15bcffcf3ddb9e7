import { type CheckResult, runCheck } from './Check.ts'
import { proxyChecks } from './proxyChecks.ts'

declare global {
  /** What the test calls in the page. */
  var runInPage: (name: string, url: string) => Promise<CheckResult>
}

globalThis.runInPage = (name, url) => runCheck(proxyChecks, name, url)
