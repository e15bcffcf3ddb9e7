import { expect, test } from 'vitest'
import { readErrcodes } from './readErrcodes.ts'

test('the errcodes of a package in order, without shared ones and those for missing parameters', () => {
  const codes = readErrcodes('contacts').map(({ code }) => code)

  expect(codes).toContain(40128)
  expect(codes).not.toContain(48002)
  expect(codes).not.toContain(41035)
  expect(codes).toEqual(codes.toSorted((a, b) => a - b))
})
