import { expect, test } from 'vitest'
import { splitPendingIds } from './splitPendingIds.ts'

test('default', () => {
  const result = [{ external_userid: 'wm2', pending_id: 'pending-2' }]

  expect(splitPendingIds({ external_userid: ['wm1', 'wm2', 'wm3'] }, { result })).toEqual({
    known: result,
    unknown: ['wm1', 'wm3'],
  })
})

test.each([undefined, null])('behavior: a list that is %s counts as empty', (list) => {
  const result = [{ external_userid: 'wm2', pending_id: 'pending-2' }]

  expect(splitPendingIds({ external_userid: ['wm1'] }, { result: list })).toEqual({ known: [], unknown: ['wm1'] })
  expect(splitPendingIds({ external_userid: list }, { result })).toEqual({ known: result, unknown: [] })
})
