import { expect, test, vi } from 'vitest'
import { WeComCallbackError } from './WeComCallbackError.ts'

test('recognises a refusal of another copy of this package', async () => {
  const error = new WeComCallbackError('signature')
  vi.resetModules()
  const copy = await import('./WeComCallbackError.ts')
  const other = await import('./WeComCallbackError.ts')

  expect(error).not.toBeInstanceOf(other.WeComCallbackError)
  expect(copy.isWeComCallbackError(error)).toBe(true)
})
