import { chromium } from 'playwright'
import type { CheckResult } from '../program/Check.ts'
import { bundle } from './bundle.ts'
import { chromiumOptions } from './chromiumOptions.ts'

/** A page in a browser, with the checks of the proxy in it. */
export interface OpenPage {
  /** Runs a check against the proxy at that address. */
  run(name: string, url: string): Promise<CheckResult>
  close(): Promise<void>
}

/** Opens a page of the server at `origin`, with what is installed in that folder. */
export async function openPage(executable: string, folder: string, origin: string): Promise<OpenPage> {
  const path = await bundle(folder, 'page', "import './program/page.ts'")
  const browser = await chromium.launch(chromiumOptions(executable))
  const page = await browser.newPage()
  await page.goto(`${origin}/page`)
  await page.addScriptTag({ path, type: 'module' })
  await page.waitForFunction(() => 'runInPage' in globalThis)
  return {
    run: (name, url) => page.evaluate(([check, address]) => globalThis.runInPage(check, address), [name, url] as const),
    close: () => browser.close(),
  }
}
