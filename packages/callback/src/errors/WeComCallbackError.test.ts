import { expect, test } from 'vitest'
import { type CallbackErrorKind, isWeComCallbackError, WeComCallbackError } from './WeComCallbackError.ts'

test('recognises a refusal', () => {
  expect(isWeComCallbackError(new WeComCallbackError('signature'))).toBe(true)
})

const unmarked = Object.assign(new Error('other'), { isWeComCallbackError: false })

test.each([new Error('other'), unmarked, { isWeComCallbackError: true }, null, undefined])('not %s', (other) => {
  expect(isWeComCallbackError(other)).toBe(false)
})

// All kinds of callback errors. Because of the type `Record`, the compiler reports a kind that is missing here.
const kinds: Readonly<Record<CallbackErrorKind, true>> = {
  token: true,
  key: true,
  method: true,
  query: true,
  size: true,
  timeout: true,
  empty: true,
  envelope: true,
  signature: true,
  time: true,
  base64: true,
  length: true,
  padding: true,
  'message-length': true,
  'receive-id': true,
  verification: true,
  xml: true,
  json: true,
}

test.each(Object.keys(kinds) as CallbackErrorKind[])('the error %s says in a sentence what failed', (kind) => {
  const { summary, message } = new WeComCallbackError(kind)
  expect(summary).toMatch(/^callback refused: (?:\S+ ){3,}/)
  expect(message.split('\n', 1)).toEqual([summary])
})

test('the error links to the documentation', () => {
  const { docsUrl, message } = new WeComCallbackError('key')
  expect(message).toContain(`Docs: ${docsUrl}`)
  expect(docsUrl).toMatch(/^https:\/\/developer\.work\.weixin\.qq\.com\//)
})

test('the message says what happened, with a link to the documentation', () => {
  expect(new WeComCallbackError('signature')).toMatchInlineSnapshot(`
    [WeComCallbackError: callback refused: the signature (msg_signature) is wrong: the token (Token) differs from the admin console, or the message is not from WeCom

    Docs: https://developer.work.weixin.qq.com/document/path/90968]
  `)
})
