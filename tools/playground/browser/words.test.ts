import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Playground, startPlayground } from './fixtures/openPlayground.ts'

let playground: Playground

beforeAll(async () => {
  playground = await startPlayground()
})
afterAll(() => playground.close())

test('no line breaks inside a word: the page of each call, on a narrow screen', async () => {
  const { page, complaints, close } = await playground.open({ viewport: { width: 360, height: 740 } })
  await page.addScriptTag({ content: String(brokenWords) })
  const broken = await page.evaluate(brokenWordsByCall)
  expect(Object.keys(broken).length).toBeGreaterThan(100)
  expect(Object.entries(broken).filter(([, words]) => words.length > 0)).toEqual([])

  await page.locator('.endpoints').evaluate((list) => {
    for (const details of [list, ...list.querySelectorAll('details')]) details.setAttribute('open', '')
  })
  expect(await page.locator('.endpoints').evaluate(brokenWords)).toEqual([])
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

/**
 * Shows the calls one after the other. Returns for each call the words that are broken over two lines. The keys are the
 * URL hashes of the calls. Playwright runs this function in the page, where `brokenWords` is a global function.
 */
async function brokenWordsByCall(): Promise<Record<string, string[]>> {
  const broken: Record<string, string[]> = {}
  for (const { hash } of document.querySelectorAll<HTMLAnchorElement>('.endpoints li a')) {
    if (hash !== location.hash) {
      const shown = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }))
      location.hash = hash
      await shown
    }
    const call = document.querySelector('#call')
    broken[hash] = call ? brokenWords(call) : ['no call is shown']
  }
  return broken
}

/** Returns the words of an element that are broken over two lines. Playwright runs this function in the page. */
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
