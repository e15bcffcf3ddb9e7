import { type CheckResult, runCheck } from './Check.ts'
import { proxyChecks } from './proxyChecks.ts'
import { runtimeChecks } from './runtimeChecks.ts'
import type { Settings } from './Settings.ts'

declare global {
  // Functions for the test in runtimes that cannot serve: a page and the edge runtime.
  var runProxyCheck: (name: string, url: string) => Promise<CheckResult>
  var runRuntimeCheck: (name: string, settings: Settings) => Promise<CheckResult>
}

globalThis.runProxyCheck = (name, url) => runCheck(proxyChecks, name, url)
globalThis.runRuntimeCheck = (name, settings) => runCheck(runtimeChecks, name, settings)
