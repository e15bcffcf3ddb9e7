import { expect, test } from 'vitest'
import { splitTmpExternalUserids } from './splitTmpExternalUserids.ts'

const params = { tmp_external_userid_list: ['tmp1', 'tmp2', 'tmp3'] }
const results = [{ tmp_external_userid: 'tmp2', external_userid: 'wm2' }]

test('default', () => {
  const result = { results, invalid_tmp_external_userid_list: ['tmp1', 'tmp3'] }

  expect(splitTmpExternalUserids(params, result)).toEqual({ converted: results, failed: ['tmp1', 'tmp3'] })
})

test('behavior: ids that WeCom does not name have failed as well', () => {
  expect(splitTmpExternalUserids(params, { results })).toEqual({ converted: results, failed: ['tmp1', 'tmp3'] })
})

test.each([undefined, null])('behavior: a list that is %s counts as empty', (list) => {
  expect(splitTmpExternalUserids(params, { results: list })).toEqual({
    converted: [],
    failed: ['tmp1', 'tmp2', 'tmp3'],
  })
  expect(splitTmpExternalUserids({ tmp_external_userid_list: list }, { results })).toEqual({
    converted: results,
    failed: [],
  })
})
