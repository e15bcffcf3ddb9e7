import { expect, test } from 'vitest'
import { sampleEndpoint } from '../testing/fixtures/sampleEndpoint.ts'
import { WeComResponseError } from './WeComResponseError.ts'

const endpoint = sampleEndpoint('read')

test('default', () => {
  const answer = { status: 200, type: 'text/html', length: 12 }
  const error = new WeComResponseError(endpoint, 'no JSON', answer, false)

  expect(error).toMatchObject({ name: 'WeComResponseError', kind: 'response', status: 200, tooLong: false })
  expect(error.message).toContain('Content-Type: text/html\nLength: 12 characters\n')
})

test('behavior: an answer that is too long has no length, and one without a type says so', () => {
  const error = new WeComResponseError(endpoint, 'too long', { status: 200, type: null, length: undefined }, false)

  expect(error.tooLong).toBe(true)
  expect(error.message).toContain('Content-Type: none\n')
  expect(error.message).not.toContain('Length')
})
