import type { Client } from '@wecom/core'
import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import * as contactWay from './easywechat/contactWay.ts'
import * as contacts from './easywechat/contacts.ts'
import * as groupchat from './easywechat/groupchat.ts'
import * as messages from './easywechat/messages.ts'
import * as moments from './easywechat/moments.ts'
import * as stats from './easywechat/stats.ts'
import * as tags from './easywechat/tags.ts'
import { readEasyWeChatExamples } from './easywechatExamples.ts'
import { listEasyWeChatMethods } from './easywechatMethods.ts'
import { renderEasyWeChatPages } from './easywechatPages.ts'
import { easywechatRequests } from './easywechatRequests.ts'
import { readPage } from './workspace.ts'

const snippets: Readonly<Record<string, (client: Client) => Promise<unknown>>> = {
  ...contacts,
  ...groupchat,
  ...tags,
  ...moments,
  ...contactWay,
  ...messages,
  ...stats,
}
const examples = readEasyWeChatExamples()
const methods = listEasyWeChatMethods()
const names = methods.map(({ easywechat }) => easywechat).toSorted()

const isGroupWelcome = (name: string): boolean => name.startsWith('external_contact_message_template.')

test('all 31 methods of the page on customer contact, and 4 for group welcomes', () => {
  expect(names.filter((name) => !isGroupWelcome(name))).toHaveLength(31)
  expect(names.filter(isGroupWelcome)).toHaveLength(4)
})

test('each has one example and one request', () => {
  expect(examples.map(({ easywechat }) => easywechat).toSorted()).toEqual(names)
  expect(Object.keys(easywechatRequests).toSorted()).toEqual(names)
  expect(examples.map(({ name }) => name).toSorted()).toEqual(Object.keys(snippets).toSorted())
})

test.each(methods)('$easywechat: $fn sends the same', async ({ easywechat, fn, method, path }) => {
  const { name, typescript } = examples.find((example) => example.easywechat === easywechat) ?? expect.fail(easywechat)
  const {
    query = {},
    body,
    sentEmpty = [],
    sentAsText = [],
  } = easywechatRequests[easywechat] ?? expect.fail(easywechat)
  // The tests of the packages check results.
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }], { strict: false })
  await snippets[name]?.(client)

  expect(typescript).toContain(`await ${fn}(client`)
  expect(sent).toEqual([{ method, path, query, body, token: 'test-token' }])
  expect(sentEmpty.filter((field) => body?.[field] !== undefined)).toEqual([])
  expect(sentAsText.filter((field) => typeof body?.[field] !== 'number')).toEqual([])
})

test.each(Object.entries(await renderEasyWeChatPages()))('%s is current', (page, text) => {
  expect(readPage(page) === text, `${page} is not current: run \`npm run generate\``).toBe(true)
})
