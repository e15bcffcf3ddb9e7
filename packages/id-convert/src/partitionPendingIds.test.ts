import { expect, test } from 'vitest'
import { partitionPendingIds } from './partitionPendingIds.ts'

const params = { external_userid: ['wm1', 'wm2', 'wm3'] }

test('default', () => {
  const result = [{ external_userid: 'wm2', pending_id: 'pending-2' }]

  expect(partitionPendingIds({ result }, params)).toEqual({ succeeded: result, failed: ['wm1', 'wm3'] })
})

test.each([{}, { result: null }, { result: [] }])('behavior: without results all failed: %o', (result) => {
  expect(partitionPendingIds(result, params)).toEqual({ succeeded: [], failed: ['wm1', 'wm2', 'wm3'] })
})
