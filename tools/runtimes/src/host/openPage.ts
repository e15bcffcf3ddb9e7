import { chromium } from 'playwright'
import type { CheckResult } from '../program/Check.ts'
import type { Settings } from '../program/Settings.ts'
import { bundle } from './bundle.ts'
import { chromiumOptions } from './chromiumOptions.ts'

/** An open page in a browser. The checks can run in this page. */
export interface OpenPage {
  /** Runs a check in the page, against the proxy at this URL. */
  runProxyCheck(name: string, url: string): Promise<CheckResult>
  runRuntimeCheck(name: string, settings: Settings): Promise<CheckResult>
  close(): Promise<void>
}

/**
 * Starts a browser, and opens the page `<origin>/page`. Adds a script to the page that contains the checks and the
 * built packages from `folder`.
 */
export async function openPage(executable: string, folder: string, origin: string): Promise<OpenPage> {
  const path = await bundle(folder, 'page', "import './program/globals.ts'", 'iife')
  const browser = await chromium.launch(chromiumOptions(executable))
  const page = await browser.newPage()
  await page.goto(`${origin}/page`)
  await page.addScriptTag({ path })
  return {
    runProxyCheck: (...call) => page.evaluate((args) => globalThis.runProxyCheck(...args), call),
    runRuntimeCheck: (...call) => page.evaluate((args) => globalThis.runRuntimeCheck(...args), call),
    close: () => browser.close(),
  }
}
