import { expect, test } from 'vitest'
import { isLasting, readConnectionFailure } from './connectionFailure.browser.ts'

test('default: an error of `fetch` says nothing', () => {
  expect(readConnectionFailure(new TypeError('Failed to fetch'))).toEqual({ code: undefined, unsent: false })
  // The code of a DOMException is a number.
  expect(readConnectionFailure(new DOMException('aborted', 'AbortError'))).toEqual({ code: undefined, unsent: false })
})

test.each([undefined, null, 'text'])('behavior: %s, thrown by a transport, says nothing', (error) => {
  expect(readConnectionFailure(error)).toEqual({ code: undefined, unsent: false })
})

test.each([
  ['connect', true],
  ['read', false],
])('behavior: a transport of the user can say that nothing was sent: %s', (syscall, unsent) => {
  const error = Object.assign(new Error('failed'), { code: 'ETIMEDOUT', syscall })

  expect(readConnectionFailure(error)).toEqual({ code: 'ETIMEDOUT', unsent })
})

test('behavior: no failure is known to last', () => {
  expect(isLasting('CERT_HAS_EXPIRED')).toBe(false)
})
