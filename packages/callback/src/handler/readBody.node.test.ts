import { expect, test } from 'vitest'
import { refusalOf } from '../fixtures/refusal.ts'
import { readBody } from './readBody.ts'

// Not in browsers, whose requests have no Content-Length.
test('behavior: a body of exactly the largest size', async () => {
  const request = new Request('https://crm.example.com/', {
    method: 'POST',
    body: 'abcd',
    headers: { 'content-length': '4' },
  })
  expect(request.headers.get('content-length')).toBe('4')
  expect(await readBody(request.clone(), 4)).toBe('abcd')
  expect(await refusalOf(() => readBody(request, 3))).toBe('size')
})
