import { expect, test } from 'vitest'
import { refusalOf } from '../fixtures/refusal.ts'
import { readBody } from './readBody.ts'

// Pages may not set this header.
test('error: what says that it is too large is not read at all', async () => {
  const request = new Request('https://crm.example.com/', {
    method: 'POST',
    body: 'a',
    headers: { 'content-length': '101' },
  })
  expect(await refusalOf(() => readBody(request, 100))).toBe('size')
  expect(request.bodyUsed).toBe(false)
})
