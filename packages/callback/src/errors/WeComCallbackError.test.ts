import { expect, test } from 'vitest'
import { isWeComCallbackError, WeComCallbackError } from './WeComCallbackError.ts'

test('recognises a refusal', () => {
  expect(isWeComCallbackError(new WeComCallbackError('signature'))).toBe(true)
})

const unmarked = Object.assign(new Error('other'), { isWeComCallbackError: false })

test.each([new Error('other'), unmarked, { isWeComCallbackError: true }, null, undefined])('not %s', (other) => {
  expect(isWeComCallbackError(other)).toBe(false)
})

test('the error links to the documentation', () => {
  const { docsUrl, message } = new WeComCallbackError('key')
  expect(message).toContain(`Docs: ${docsUrl}`)
  expect(docsUrl).toMatch(/^https:\/\/developer\.work\.weixin\.qq\.com\//)
})

test('the message says what happened, with a link to the documentation', () => {
  expect(new WeComCallbackError('signature')).toMatchInlineSnapshot(`
    [WeComCallbackError: callback refused: the signature (msg_signature) does not fit: another token, or not from WeCom

    Docs: https://developer.work.weixin.qq.com/document/path/90968]
  `)
})
