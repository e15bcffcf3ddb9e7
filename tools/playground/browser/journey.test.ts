import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Playground, startPlayground } from './fixtures/openPlayground.ts'

let playground: Playground

beforeAll(async () => {
  playground = await startPlayground()
})
afterAll(() => playground.close())

test('a customer comes, is found, noted and tagged', async () => {
  const { page, complaints, close } = await playground.open({ path: '#/listFollowUsers' })
  await send(page)
  expect(await answer(page)).toMatchObject({ follow_user: ['wangfang', 'lina', 'zhangwei', 'chenjie'] })

  const people = page.getByRole('form', { name: 'People' })
  await people.getByLabel('Member').selectOption({ label: '陈洁 (chenjie)' })
  await people.getByLabel('Name of the new customer').fill('王先生')
  await people.getByRole('button', { name: 'Do it' }).click()
  await page.getByText('陈洁 · 王先生').waitFor()
  expect(await page.getByRole('tabpanel', { name: 'Timeline' }).innerText()).toContain(
    'became contacts change_external_contact / add_external_contact',
  )

  await choose(page, 'listContactIds')
  expect(await page.title()).toBe('listContactIds – WeCom SDK playground')
  await field(page, 'userid').fill('chenjie')
  await send(page)
  const { external_userid } = (await answer(page)) as { external_userid: string[] }
  expect(external_userid).toHaveLength(1)
  const [customer = ''] = external_userid

  await choose(page, 'updateContactRemark')
  await field(page, 'userid').fill('chenjie')
  await field(page, 'external_userid').fill(customer)
  await field(page, 'remark').fill('王总')
  await send(page)
  await choose(page, 'markCustomerTags')
  await field(page, 'userid').fill('chenjie')
  await field(page, 'external_userid').fill(customer)
  await send(page)

  await choose(page, 'getContact')
  await field(page, 'external_userid').fill(customer)
  await send(page)
  expect(await answer(page)).toMatchObject({
    external_contact: { name: '王先生' },
    follow_user: [{ userid: 'chenjie', remark: '王总', tags: [{ tag_name: '重要' }] }],
  })
  await page.getByRole('tab', { name: 'Customers' }).click()
  const row = page.getByRole('row', { name: customer })
  expect(await row.innerText()).toMatch(/王先生[^]*陈洁: 王总, [^]*重要|王先生[^]*陈洁: 王总[^]*重要/)
  expect(complaints).toEqual([])
  await close()
})

test('the request is shown as it travelled: without a token from the page, and what arrived at WeCom', async () => {
  const { page, complaints, close } = await playground.open({ path: '#/transferContacts' })
  await send(page)

  const request = await page.getByRole('region', { name: 'Request' }).innerText()
  expect(request).toMatch(/^POST \/wecom\/cgi-bin\/externalcontact\/transfer_customer\n/)
  expect(request).toContain('"takeover_userid": "lina"')
  expect(request).not.toContain('token')
  expect(await page.getByRole('region', { name: 'Received by WeCom' }).innerText()).toContain(
    'POST /cgi-bin/externalcontact/transfer_customer\tHTTP 200, errcode 0',
  )
  expect(complaints).toEqual([])
  await close()
})

test.each([
  ['TypeScript', "await getContact(client, { external_userid: 'wm1' })"],
  ['curl', '/cgi-bin/externalcontact/get?access_token=$ACCESS_TOKEN&external_userid=wm1"'],
])('a call is copied as %s', async (language, code) => {
  const permissions = ['clipboard-read', 'clipboard-write']
  const { page, complaints, close } = await playground.open({ permissions })
  await field(page, 'external_userid').fill('wm1')
  await page.getByRole('button', { name: `Copy as ${language}` }).click()

  await page.getByText(`Copied as ${language}.`).waitFor()
  expect(await page.evaluate('navigator.clipboard.readText()')).toContain(code)
  expect(await page.getByRole('region', { name: `The call as ${language}` }).innerText()).toContain(code)

  await field(page, 'external_userid').fill('')
  await page.getByRole('button', { name: 'Copy as curl' }).click()
  await page.getByText('external_userid: is required').waitFor()
  expect(complaints).toEqual([])
  await close()
})

test('a callback can be read: encrypted, decrypted, and as a handler gets it', async () => {
  const { page, complaints, close } = await playground.open()
  await page.getByRole('button', { name: 'Do it' }).click()
  const happened = page.getByRole('tabpanel', { name: 'Timeline' }).getByRole('listitem')
  await happened.getByText('Callback').click()

  const request = await happened.getByRole('region', { name: 'The request, encrypted' }).innerText()
  expect(request).toMatch(/^POST \/callback\?msg_signature=\w{40}&timestamp=\d+&nonce=\d+\n\n<xml>.*<Encrypt>/s)
  expect(request).not.toContain('wangfang')
  expect(await happened.getByRole('region', { name: 'The message, decrypted' }).innerText()).toContain(
    '<UserID><![CDATA[wangfang]]></UserID>',
  )
  const event = await happened.getByRole('region', { name: 'The event that a handler gets' }).innerText()
  expect(JSON.parse(event)).toMatchObject({ ChangeType: 'add_external_contact', UserID: 'wangfang' })

  // It stays open during further events.
  await page.getByRole('button', { name: '+1 hour' }).click()
  await page.getByText('the clock was moved to this time').waitFor()
  expect(await happened.getByRole('region', { name: 'The message, decrypted' }).isVisible()).toBe(true)
  expect(complaints).toEqual([])
  await close()
})

test('an errcode is explained', async () => {
  const { page, complaints, close } = await playground.open()
  await field(page, 'external_userid').fill('wmNobody')
  await send(page)

  const explanation = page.getByRole('complementary', { name: 'Explanation 40096' })
  expect(await explanation.innerText()).toContain('INVALID_EXTERNAL_USERID')
  expect(await explanation.innerText()).toContain('What to do')
  expect(complaints).toEqual([])
  await close()
})

test.each([
  ['the token expires (42001)', 'gets a new token'],
  ['too many calls at once (45033)', 'tries again'],
])('a fault is survived: %s', async (fault, event) => {
  const { page, complaints, close } = await playground.open()
  await page.getByLabel('Fault', { exact: true }).selectOption({ label: fault })
  await page.getByRole('button', { name: 'Add the fault' }).click()
  await send(page)

  await page.getByText('getContact succeeded').waitFor()
  expect(await page.getByRole('region', { name: 'Events of the clients' }).innerText()).toContain(event)
  expect(complaints).toEqual([])
  await close()
})

test('an answer that is lost is no reason to send a message twice', async () => {
  const { page, close } = await playground.open({ path: '#/createMassMessage' })
  await page.getByLabel('Fault', { exact: true }).selectOption({ label: 'done, but the answer is lost' })
  await page.getByRole('button', { name: 'Add the fault' }).click()
  await send(page)

  await page.getByText('The call may have taken effect. Check').waitFor()
  const arrived = await page.getByRole('region', { name: 'Received by WeCom' }).innerText()
  expect(arrived.match(/add_msg_template/g)).toHaveLength(1)
  await close()
})

test('parameters that do not fit are not sent', async () => {
  const { page, complaints, close } = await playground.open()
  await field(page, 'external_userid').fill('')
  await send(page)

  expect(await page.getByRole('region', { name: 'The error that the client throws' }).innerText()).toContain(
    'external_userid: is required; nothing was sent',
  )
  await page.getByText('The client refused the parameters and sent nothing.').waitFor()
  expect(complaints).toEqual([])
  await close()
})

test('a list is walked page by page', async () => {
  const { page, complaints, close } = await playground.open({ path: '#/batchGetContactsByUser' })
  await field(page, 'limit').fill('20')
  await send(page)
  expect(await answer(page)).toMatchObject({ external_contact_list: { length: 20 } })

  await page.getByRole('button', { name: 'Next page' }).click()
  await expect.poll(() => answer(page)).toMatchObject({ external_contact_list: { length: 14 } })
  expect(complaints).toEqual([])
  await close()
})

test('a file goes up, and comes down again', async () => {
  const { page, complaints, close } = await playground.open({ path: '#/uploadMedia' })
  await send(page)
  const { media_id } = (await answer(page)) as { media_id: string }
  await choose(page, 'getMedia')
  await field(page, 'media_id').fill(media_id)
  await send(page)

  await page.getByText('A file: image/png, 70 bytes.').waitFor()
  expect(complaints).toEqual([])
  await close()
})

test('the clock is moved, and the statistics show what happened', async () => {
  const { page, complaints, close } = await playground.open()
  await page.getByRole('button', { name: 'Do it' }).click()
  await page.getByRole('tab', { name: 'Statistics' }).click()
  const chart = page.getByRole('img', { name: 'New customers, last 14 days. Highest value: 01-05 with 1.' })
  await chart.waitFor()
  const [line, label] = [chart.locator('line'), chart.locator('text.axis').last()].map((one) => one.boundingBox())
  // The label of the last day is below the chart, not beside it.
  expect(rightEnd(await label)).toBeLessThanOrEqual(rightEnd(await line) + 1)
  await page.getByRole('button', { name: '+1 day' }).click()

  await page.getByText('Beijing time 2026-01-06 09:00').waitFor()
  await page.getByRole('img', { name: /People in group chats, 14 days until yesterday/ }).waitFor()
  expect(complaints).toEqual([])
  await close()
})

test('the language is switched, remembered, and nothing is lost', async () => {
  const { page, complaints, close } = await playground.open()
  await field(page, 'external_userid').fill('wmNobody')
  await send(page)
  await page.getByRole('button', { name: '中文' }).click()

  await page.getByRole('heading', { name: '企业微信 SDK 演练场' }).waitFor()
  expect(await field(page, 'external_userid').inputValue()).toBe('wmNobody')
  await page.getByText('getContact 调用失败').waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
  expect(await page.title()).toBe('getContact – 企业微信 SDK 演练场')
  await page.getByText('含义与处理办法目前只有英文').waitFor()
  expect(await page.evaluate('document.activeElement.id')).toBe('language')

  await page.reload()
  await page.getByRole('heading', { name: '企业微信 SDK 演练场' }).waitFor()
  expect(complaints).toEqual([])
  await close()
})

test('a request for another host would not go unnoticed', async () => {
  const { page, complaints, close } = await playground.open()
  await page.evaluate("fetch('https://wecom.example.com/').catch(() => undefined)")

  expect(complaints).toContainEqual(expect.stringMatching(/^https:..wecom.example.com. failed: net::/))
  await close()
})

/** Sends the form, and waits for the result. */
async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.locator('.status[data-state]', { hasText: /succeeded|failed/ }).waitFor()
}

function rightEnd(box: { readonly x: number; readonly width: number } | null | undefined): number {
  return box ? box.x + box.width : expect.fail('it is not on the page')
}

async function answer(page: Page): Promise<unknown> {
  return JSON.parse(await page.getByRole('region', { name: 'Answer' }).innerText())
}

/** Finds an endpoint by its name and follows its link. */
async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole('searchbox').fill(name)
  await page.getByRole('link', { name: new RegExp(`^${name} `) }).click()
  await page.getByRole('heading', { name, level: 2, exact: true }).waitFor()
}

function field(page: Page, name: string): ReturnType<Page['getByLabel']> {
  return page
    .getByRole('form', { name: 'Parameters' })
    .or(page.getByRole('form', { name: '参数' }))
    .getByLabel(new RegExp(`^${name} `))
}
