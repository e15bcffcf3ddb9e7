import { expect, test } from 'vitest'
import { splitTransferResult } from './splitTransferResult.ts'

test('default', () => {
  const customer = [
    { external_userid: 'wm1', errcode: 0 },
    { external_userid: 'wm2', errcode: 40_128 },
    { external_userid: 'wm3', errcode: 0 },
  ]

  expect(splitTransferResult({ customer })).toEqual({
    accepted: ['wm1', 'wm3'],
    failed: [{ external_userid: 'wm2', errcode: 40_128 }],
  })
})

test('behavior: a result without customers gives two empty lists', () => {
  expect(splitTransferResult({ customer: [] })).toEqual({ accepted: [], failed: [] })
})

test.each([undefined, null])('behavior: a list that is %s counts as empty', (customer) => {
  expect(splitTransferResult({ customer })).toEqual({ accepted: [], failed: [] })
})
