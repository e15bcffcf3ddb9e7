import { expect, test, vi } from 'vitest'
import { sampleEndpoint } from '../testing/fixtures/sampleEndpoint.ts'
import { WeComApiError } from './WeComApiError.ts'

test('recognises the errors of another copy of this package', async () => {
  const error = new WeComApiError(sampleEndpoint('read'), 84061, 'not external contact', false)
  vi.resetModules()
  const copy = await import('./isWeComError.ts')
  const other = await import('./WeComError.ts')

  expect(error).not.toBeInstanceOf(other.WeComError)
  expect(copy.isWeComError(error)).toBe(true)
})
