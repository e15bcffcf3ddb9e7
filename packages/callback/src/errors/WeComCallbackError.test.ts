import { expect, test } from 'vitest'
import { isWeComCallbackError, WeComCallbackError } from './WeComCallbackError.ts'

test('recognises a refusal', () => {
  expect(isWeComCallbackError(new WeComCallbackError('signature'))).toBe(true)
})

test.each([new Error('other'), { isWeComCallbackError: true }, null, undefined])('not %s', (other) => {
  expect(isWeComCallbackError(other)).toBe(false)
})

test('the message says what happened, with a link to the documentation', () => {
  expect(new WeComCallbackError('signature')).toMatchInlineSnapshot(`
    [WeComCallbackError: callback refused: the signature (msg_signature) is wrong: the token (Token) differs from the admin console, or the message is not from WeCom

    Docs: https://developer.work.weixin.qq.com/document/path/90968]
  `)
})
