import { expect, test } from 'vitest'
import { refusalOf } from '../fixtures/refusal.ts'
import { readBody } from './readBody.ts'

// Browsers do not allow this header.
test('error: a body with a too large content-length is not read', async () => {
  const request = new Request('https://crm.example.com/', {
    method: 'POST',
    body: 'a',
    headers: { 'content-length': '101' },
  })
  expect(await refusalOf(() => readBody(request, 100))).toBe('size')
  expect(request.bodyUsed).toBe(false)
})
