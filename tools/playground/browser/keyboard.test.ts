import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Playground, startPlayground } from './fixtures/openPlayground.ts'

let playground: Playground

beforeAll(async () => {
  playground = await startPlayground()
})
afterAll(() => playground.close())

test('a call is found, filled in and sent by keyboard alone', async () => {
  const { page, complaints, close } = await playground.open()
  const { keyboard } = page
  const focused = (): Promise<string> => page.evaluate('document.activeElement.textContent')

  // Past the two skip links and the language.
  for (let key = 0; key < 4; key++) await keyboard.press('Tab')
  await keyboard.type('listContactIds')
  // The package, then the call.
  await keyboard.press('Tab')
  await keyboard.press('Tab')
  expect(await focused()).toContain('listContactIds')
  await keyboard.press('Enter')
  await expect.poll(focused).toBe('listContactIds')

  // The official page, form or JSON, then the one parameter.
  for (let key = 0; key < 3; key++) await keyboard.press('Tab')
  await keyboard.press('ControlOrMeta+A')
  await keyboard.type('lina')
  await keyboard.press('Enter')

  await page.getByText('listContactIds succeeded').waitFor()
  expect(JSON.parse(await page.getByRole('region', { name: 'Answer' }).innerText())).toMatchObject({
    external_userid: { length: 5 },
  })
  expect(complaints).toEqual([])
  await close()
})

test('a skip link leads past the calls', async () => {
  const { page, close } = await playground.open()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')

  expect(await page.evaluate('document.activeElement.textContent')).toBe('The corp')
  await close()
})

test('arrow keys move between the tabs', async () => {
  const { page, close } = await playground.open()
  await page.getByRole('tab', { name: 'Timeline' }).focus()
  await page.keyboard.press('ArrowLeft')

  expect(await page.getByRole('tab', { name: 'Statistics' }).getAttribute('aria-selected')).toBe('true')
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Statistics')
  await close()
})

test('the focus stays where the page changes under it', async () => {
  const { page, close } = await playground.open({ path: '#/batchGetContactsByUser' })
  const focused = (): Promise<string> => page.evaluate('document.activeElement.textContent')
  await page.getByLabel('Name of the new customer').fill('王先生')
  await page.keyboard.press('Enter')
  await page.getByText('王芳 · 王先生').waitFor()
  expect(await page.evaluate('document.activeElement.value')).toBe('王先生')

  await page.getByLabel('limit').fill('20')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Next page' }).press('Enter')
  await expect.poll(focused).toBe('Answer')
  await close()
})
