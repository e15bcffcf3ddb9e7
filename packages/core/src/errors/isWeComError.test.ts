import { expect, expectTypeOf, test } from 'vitest'
import { sampleEndpoint } from '../testing/fixtures/sampleEndpoint.ts'
import { isWeComError } from './isWeComError.ts'
import { WeComApiError } from './WeComApiError.ts'
import { WeComError } from './WeComError.ts'

const error = new WeComApiError(sampleEndpoint('read'), 84061, 'not external contact', false)

test('recognises the errors of this library', () => {
  expect(isWeComError(error)).toBe(true)
  expect(error).toBeInstanceOf(WeComError)
  expect(error).toBeInstanceOf(Error)
})

test.each([new Error('other'), { isWeComError: true }, null, undefined, 'text'])('not %s', (other) => {
  expect(isWeComError(other)).toBe(false)
})

test('types: kind narrows the error', () => {
  const caught: unknown = error
  if (!isWeComError(caught)) expect.fail('not recognised')
  if (caught.kind === 'api') expectTypeOf(caught.errcode).toEqualTypeOf<number>()
  if (caught.kind === 'http') expectTypeOf(caught.status).toEqualTypeOf<number>()
  // @ts-expect-error only some errors have one
  expect(caught.status).toBe(undefined)
})
