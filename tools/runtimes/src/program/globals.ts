import { type CheckResult, runCheck } from './Check.ts'
import { proxyChecks } from './proxyChecks.ts'
import { runtimeChecks } from './runtimeChecks.ts'
import type { Settings } from './Settings.ts'

declare global {
  // What the test calls where nothing can be served: in a page, and in the edge runtime.
  var runProxyCheck: (name: string, url: string) => Promise<CheckResult>
  var runRuntimeCheck: (name: string, settings: Settings) => Promise<CheckResult>
}

globalThis.runProxyCheck = (name, url) => runCheck(proxyChecks, name, url)
globalThis.runRuntimeCheck = (name, settings) => runCheck(runtimeChecks, name, settings)
