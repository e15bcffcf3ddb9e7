import { expect, expectTypeOf, test } from 'vitest'
import { sampleEndpoint } from '../testing/fixtures/sampleEndpoint.ts'
import { isApiError } from './isApiError.ts'
import { WeComApiError } from './WeComApiError.ts'
import { WeComTimeoutError } from './WeComTimeoutError.ts'

const error: unknown = new WeComApiError(sampleEndpoint('read'), 84061, 'not external contact', false)

test('default', () => {
  expect(isApiError(error, 84061)).toBe(true)
  expect(isApiError(error, 40003, 84061)).toBe(true)
  expect(isApiError(error, 40003)).toBe(false)
})

test('behavior: without errcodes it accepts every WeComApiError', () => {
  expect(isApiError(error)).toBe(true)
})

test.each([
  ['another error of the library', new WeComTimeoutError(sampleEndpoint('read'), 1000, false)],
  ['an error that only looks alike', Object.assign(new Error('no'), { kind: 'api', errcode: 84061 })],
  ['an object', { isWeComError: true, kind: 'api', errcode: 84061 }],
  ['nothing', undefined],
])('behavior: %s is none', (_what, thrown) => {
  expect(isApiError(thrown)).toBe(false)
  expect(isApiError(thrown, 84061)).toBe(false)
})

test('types: it narrows to WeComApiError', () => {
  if (!isApiError(error, 84061)) expect.fail('it is one')
  expectTypeOf(error).toEqualTypeOf<WeComApiError>()
})
