import { expect, test } from 'vitest'
import { isDaySpan } from './isDaySpan.ts'

function chinaTime(text: string): number {
  return Date.parse(`${text}+08:00`) / 1000
}

test.each([
  ['the same moment', '2026-01-01T00:00:00', '2026-01-01T00:00:00', true],
  ['earlier on the same day', '2026-01-01T23:59:59', '2026-01-01T00:00:00', true],
  ['the day before', '2026-01-02T00:00:00', '2026-01-01T23:59:59', false],
  ['30 days later, though more than 30 times 24 hours', '2026-01-01T00:00:00', '2026-01-31T23:59:59', true],
  ['31 days later, though hardly more than 30 times 24 hours', '2026-01-01T23:59:59', '2026-02-01T00:00:00', false],
])('%s', (_, first, last, expected) => {
  expect(isDaySpan(chinaTime(first), chinaTime(last))).toBe(expected)
})
