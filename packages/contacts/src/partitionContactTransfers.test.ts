import { expect, test } from 'vitest'
import { partitionContactTransfers } from './partitionContactTransfers.ts'

test('default', () => {
  const customer = [
    { external_userid: 'wm1', errcode: 0 },
    { external_userid: 'wm2', errcode: 40_128 },
    { external_userid: 'wm3', errcode: 0 },
  ]

  expect(partitionContactTransfers({ customer })).toEqual({
    succeeded: ['wm1', 'wm3'],
    failed: [{ external_userid: 'wm2', errcode: 40_128 }],
  })
})

test.each([{}, { customer: null }, { customer: [] }])('behavior: no customers give two empty lists: %o', (result) => {
  expect(partitionContactTransfers(result)).toEqual({ succeeded: [], failed: [] })
})
