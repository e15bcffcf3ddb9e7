import { expect, test } from 'vitest'
import { partitionTmpExternalUserids } from './partitionTmpExternalUserids.ts'

const params = { tmp_external_userid_list: ['tmp1', 'tmp2', 'tmp3'] }
const results = [{ tmp_external_userid: 'tmp2', external_userid: 'wm2' }]

test('default', () => {
  const result = { results, invalid_tmp_external_userid_list: ['tmp1', 'tmp3'] }

  expect(partitionTmpExternalUserids(result, params)).toEqual({ succeeded: results, failed: ['tmp1', 'tmp3'] })
})

test('behavior: ids that WeCom does not name failed as well', () => {
  expect(partitionTmpExternalUserids({ results }, params)).toEqual({ succeeded: results, failed: ['tmp1', 'tmp3'] })
})

test.each([{}, { results: null }, { results: [] }])('behavior: without results all failed: %o', (result) => {
  expect(partitionTmpExternalUserids(result, params)).toEqual({ succeeded: [], failed: ['tmp1', 'tmp2', 'tmp3'] })
})
