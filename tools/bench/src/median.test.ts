import { expect, test } from 'vitest'
import { median } from './median.ts'

test.for([
  [[3], 3],
  [[5, 1, 3], 3],
  [[4, 1, 3, 2], 2.5],
  [[], Number.NaN],
] as const)('default: %j', ([numbers, expected]) => {
  expect(median(numbers)).toBe(expected)
})
