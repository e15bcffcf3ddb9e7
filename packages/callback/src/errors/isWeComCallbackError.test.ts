import { expect, test, vi } from 'vitest'
import { isWeComCallbackError } from './isWeComCallbackError.ts'
import { WeComCallbackError } from './WeComCallbackError.ts'

test('recognises a refusal, and one of another copy of the package', async () => {
  const error = new WeComCallbackError('signature')
  vi.resetModules()
  const copy = await import('./isWeComCallbackError.ts')
  const other = await import('./WeComCallbackError.ts')

  expect(isWeComCallbackError(error)).toBe(true)
  expect(error).not.toBeInstanceOf(other.WeComCallbackError)
  expect(copy.isWeComCallbackError(error)).toBe(true)
})

test.each([new Error('other'), { isWeComCallbackError: true }, null, undefined])('not %s', (other) => {
  expect(isWeComCallbackError(other)).toBe(false)
})

test('says what happened, and where to read on', () => {
  expect(new WeComCallbackError('signature')).toMatchInlineSnapshot(`
    [WeComCallbackError: callback refused: the signature (msg_signature) does not fit: another token, or not from WeCom

    Docs: https://developer.work.weixin.qq.com/document/path/90968]
  `)
})
