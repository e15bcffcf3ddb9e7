import { expect, test } from 'vitest'
import { quantiles } from './quantiles.ts'

test.for([
  [[3], [3, 3, 3]],
  [
    [5, 1, 3],
    [2, 3, 4],
  ],
  [
    [40, 10, 30, 20],
    [17.5, 25, 32.5],
  ],
  [
    [9, 100, 1, 2, 3],
    [2, 3, 9],
  ],
  [[], [Number.NaN, Number.NaN, Number.NaN]],
] as const)('default: %j', ([numbers, [lower, median, upper]]) => {
  expect(quantiles(numbers)).toEqual({ lower, median, upper })
})
