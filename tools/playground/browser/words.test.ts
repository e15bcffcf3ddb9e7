import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Playground, startPlayground } from './fixtures/openPlayground.ts'

let playground: Playground

beforeAll(async () => {
  playground = await startPlayground()
})
afterAll(() => playground.close())

test('no line breaks inside a word: the page of each call, on a narrow screen', async () => {
  const { page, complaints, close } = await playground.open({ viewport: { width: 360, height: 740 } })
  const names = await page.locator('.endpoints li a code').allTextContents()
  expect(names.length).toBeGreaterThan(100)

  for (const name of names) {
    await page.evaluate((address) => (location.hash = address), `/${name}`)
    await page.waitForFunction((title) => document.querySelector('h2')?.textContent === title, name)
    expect(await page.locator('main').evaluate(brokenWords), name).toEqual([])
  }
  expect(complaints).toEqual([])
  await close()
})

test.each([360, 1280])('no line breaks inside a word: answer, request and events, %s px', async (width) => {
  const { page, complaints, close } = await playground.open({ viewport: { width, height: 900 } })
  for (const name of ['listResignedContactTransferResults', 'getContact', 'createMassMessage']) {
    await page.goto(`${playground.url}#/${name}`)
    await page.getByRole('heading', { name, level: 2 }).waitFor()
    await page.locator('button[type=submit].primary').click()
    await page.locator('.status[data-state]').waitFor()
    expect(await page.locator('main').evaluate(brokenWords), name).toEqual([])
  }
  expect(complaints).toEqual([])
  await close()
})

/** The words that stand on two lines. Runs in the page. */
function brokenWords(place: Element): string[] {
  const broken: string[] = []
  const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT)
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    for (const { 0: word, index } of text.nodeValue?.matchAll(/[A-Za-z]+/g) ?? []) {
      const range = document.createRange()
      range.setStart(text, index)
      range.setEnd(text, index + word.length)
      const lines = new Set(Array.from(range.getClientRects(), ({ top }) => Math.round(top)))
      if (lines.size > 1) broken.push(word)
    }
  }
  return broken
}
