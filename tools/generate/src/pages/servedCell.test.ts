import { expect, test } from 'vitest'
import { servedCell } from './servedCell.ts'

test.each([
  [{ served: true }, 'yes'],
  [{ served: false }, 'no'],
  [{ served: false, refusal: 'nobody knows what it does' }, 'no: nobody knows what it does'],
])('%j', (call, cell) => {
  expect(servedCell(call)).toBe(cell)
})
