import { expect, test } from 'vitest'
import { mediaExpiresAt } from './mediaExpiresAt.ts'

test('default', () => {
  expect(mediaExpiresAt({ created_at: 1_790_000_000 })).toBe(1_790_259_200_000)
})

test('behavior: a time as a numeric string', () => {
  expect(mediaExpiresAt({ created_at: '1790000000' })).toBe(1_790_259_200_000)
})
