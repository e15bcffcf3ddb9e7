import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Playground, startPlayground } from './fixtures/openPlayground.ts'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
/**
 * Selectors of the parts of the page that a call or a tab changes. The list of all calls is left out: it does not
 * change, and axe needs most of its time for this list.
 */
const changing = ['#call', '#corp']
let playground: Playground

beforeAll(async () => {
  playground = await startPlayground()
})
afterAll(() => playground.close())

test.each([
  ['English, light, wide', { locale: 'en-US', viewport: { width: 1500, height: 1000 } }],
  ['Chinese, dark, wide', { locale: 'zh-CN', colorScheme: 'dark', viewport: { width: 1500, height: 1000 } }],
  ['Chinese, light, narrow', { locale: 'zh-CN', viewport: { width: 360, height: 740 } }],
  ['English, dark, narrow', { locale: 'en-US', colorScheme: 'dark', viewport: { width: 360, height: 740 } }],
] as const)('axe finds nothing: %s', async (_, options) => {
  const { page, close } = await playground.open({ ...options, path: '#/createMassMessage' })
  expect(await violations(page)).toEqual([])

  await page.locator('button[type=submit].primary').click()
  await page.locator('.status[data-state=succeeded]').waitFor()
  await page.locator('#corp form button[type=submit]').click()
  await page.locator('.delivery summary').click()
  await page.locator('.delivery pre').first().waitFor()
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click()
    expect(await violations(page, changing)).toEqual([])
  }

  await page.goto(`${playground.url}#/getGroupChat`)
  await page.getByRole('heading', { name: 'getGroupChat' }).waitFor()
  await page.locator('#call input').last().fill('wrNobody')
  await page.locator('#call select').last().selectOption({ index: 1 })
  await page.locator('button[type=submit].primary').click()
  await page.locator('.status[data-state]').waitFor()
  expect(await violations(page, changing)).toEqual([])
  await close()
})

test.each(['en-US', 'zh-CN'])('nothing is wider than a narrow screen: %s', async (locale) => {
  const { page, close } = await playground.open({ locale, viewport: { width: 360, height: 740 } })
  for (const name of ['getContact', 'createMassMessage', 'uploadMedia', 'createCustomerStrategy']) {
    await page.goto(`${playground.url}#/${name}`)
    await page.getByRole('heading', { name, level: 2 }).waitFor()
    await page.locator('button[type=submit].primary').click()
    await page.locator('.status[data-state]').waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth'), name).toBeLessThanOrEqual(360)
    const form = page.locator('#call form')
    const end = await form.evaluate(rightEnd)
    for (const control of await form.locator('input, select, textarea, p').all()) {
      expect(await control.evaluate(rightEnd), `${name}: ${await control.innerText()}`).toBeLessThanOrEqual(end)
    }
  }
  await page.locator('#corp form button[type=submit]').click()
  await page.locator('.delivery summary').click()
  await page.locator('.delivery pre').first().waitFor()
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
  await close()
})

function rightEnd(element: { getBoundingClientRect: () => { readonly right: number } }): number {
  return element.getBoundingClientRect().right
}

/**
 * Returns the problems that axe, an accessibility checker, finds in the page. Each text describes one problem of one
 * element. Problems of low impact are included.
 *
 * @param parts - CSS selectors of the parts of the page to check. Default: the whole page.
 */
async function violations(page: Page, parts: readonly string[] = ['html']): Promise<string[]> {
  await page.addScriptTag({ path: axe })
  const results = (await page.evaluate(`axe.run(${JSON.stringify({ include: parts })})`)) as AxeResults
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  )
}
