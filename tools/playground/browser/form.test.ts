import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Playground, startPlayground } from './fixtures/openPlayground.ts'

let playground: Playground

beforeAll(async () => {
  playground = await startPlayground()
})
afterAll(() => playground.close())

test('lists, variants and nested objects come out as they were filled in', async () => {
  const { page, complaints, close } = await playground.open({ path: '#/createMassMessage' })
  const attachments = page.getByRole('group', { name: 'attachments' })
  await page.getByRole('button', { name: 'Add attachments' }).click()
  await attachments.getByLabel('msgtype').selectOption('link')
  await attachments.getByLabel('title').fill('新品目录')
  await attachments.getByLabel(/^url/).fill('https://mubai.example.com/new')
  const customers = page.getByRole('group', { name: 'external_userid' })
  await page.getByRole('button', { name: 'Add external_userid' }).click()
  await customers.getByRole('textbox').or(customers.getByRole('combobox')).last().fill('wmSecond')
  await customers.getByRole('button', { name: 'Remove external_userid' }).first().click()
  await page.getByLabel('allow_select').selectOption('false')
  await page.getByLabel('JSON').check()

  expect(JSON.parse(await page.getByLabel('Parameters').getByRole('textbox').inputValue())).toEqual({
    chat_type: 'single',
    text: { content: '新品样板间已开放预约。' },
    attachments: [{ msgtype: 'link', link: { title: '新品目录', url: 'https://mubai.example.com/new' } }],
    external_userid: ['wmSecond'],
    allow_select: false,
  })
  expect(complaints).toEqual([])
  await close()
})

test.each([
  ['attachments', 'attachments[0].msgtype: is required'],
  ['external_userid', 'external_userid[1]: Invalid type'],
])('a row of %s that nothing was written into is refused by its place', async (name, problem) => {
  const { page, complaints, close } = await playground.open({ path: '#/createMassMessage' })
  await page.getByRole('button', { name: `Add ${name}` }).click()
  await page.getByRole('button', { name: 'Send', exact: true }).click()

  await page.getByRole('region', { name: 'The error that the client throws' }).getByText(problem).waitFor()
  expect(complaints).toEqual([])
  await close()
})

test('numbers to choose from say what they mean', async () => {
  const { page, close } = await playground.open({ path: '#/createContactWay' })

  expect(
    await page
      .getByLabel(/^type /)
      .locator('option')
      .allInnerTexts(),
  ).toEqual(['(not sent)', '1: single member', '2: several members'])
  await close()
})

test('what is in English on the Chinese page is read out as English', async () => {
  const { page, close } = await playground.open({ locale: 'zh-CN', path: '#/createContactWay' })
  const languages = await page
    .getByLabel(/^type /)
    .locator('option')
    .evaluateAll((options) => options.map((one) => one.closest('[lang]')?.getAttribute('lang')))

  expect(languages).toEqual(['zh-CN', 'en', 'en'])
  await close()
})

test('JSON says what a form cannot, and what is none stays until it is', async () => {
  const { page, complaints, close } = await playground.open({ path: '#/updateContactRemark' })
  await page.getByLabel('JSON').check()
  const json = page.getByLabel('Parameters').getByRole('textbox')
  const params = JSON.parse(await json.inputValue()) as Record<string, unknown>
  await json.fill('{ "remark": ')
  await page.getByLabel('Form', { exact: true }).click()
  expect(await page.getByLabel('JSON').isChecked()).toBe(true)
  await page.getByText('This text is not JSON.').waitFor()

  await json.fill(JSON.stringify({ ...params, later: { field: 1 } }))
  expect(await page.getByText('This text is not JSON.').isVisible()).toBe(false)
  await page.getByLabel('Form', { exact: true }).click()
  await page.getByText('The form cannot show later. Switching to the form would lose it.').waitFor()
  expect(await page.getByLabel('JSON').isChecked()).toBe(true)
  expect(JSON.parse(await json.inputValue())).toEqual({ ...params, later: { field: 1 } })

  await json.fill(JSON.stringify({ ...params, remark: '老王' }))
  await page.getByLabel('Form', { exact: true }).click()
  expect(await page.getByLabel(/^remark /).inputValue()).toBe('老王')
  await page.getByLabel('JSON').check()

  await json.fill(JSON.stringify({ ...params, remark: '', remark_mobiles: '' }))
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByText('updateContactRemark succeeded').waitFor()
  expect(await page.getByRole('region', { name: 'Request' }).innerText()).toContain('"remark": ""')
  expect(complaints).toEqual([])
  await close()
})

test('names that there are in the corp are offered', async () => {
  const { page, close } = await playground.open({ path: '#/listContactIds' })
  const userid = page.getByLabel('userid')
  await userid.focus()
  const list = await userid.getAttribute('list')

  expect(
    await page.locator(`#${list} option`).evaluateAll((options) => options.map((one) => one.getAttribute('value'))),
  ).toEqual(['zhaomin', 'wangfang', 'lina', 'zhangwei', 'chenjie', 'liuyang'])
  await close()
})

test('people say what they cannot do', async () => {
  const { page, complaints, close } = await playground.open()
  const people = page.getByRole('form', { name: 'People' })
  await people.getByLabel('Action').selectOption({ label: 'A customer deletes a member' })
  await people.getByRole('button', { name: 'Do it' }).click()
  await people.getByRole('button', { name: 'Do it' }).click()

  await expect.poll(() => people.getByRole('alert').innerText()).toContain('has already deleted member zhangwei')
  expect(complaints).toEqual([])
  await close()
})
