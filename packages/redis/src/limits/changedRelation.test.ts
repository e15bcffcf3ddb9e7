import { listCallbackIpsEndpoint } from '@wecom/core'
import { expect, test } from 'vitest'
import { changedRelation } from './changedRelation.ts'

const write = { ...listCallbackIpsEndpoint, effect: 'write' } as const

test('default: a call that writes what a member has with a customer changes their relation', () => {
  expect(changedRelation(write, { userid: 'zhangsan', external_userid: 'wm1', add_tag: ['et1'] })).toBe('zhangsan wm1')
})

test.each([
  ['reads', listCallbackIpsEndpoint, { userid: 'zhangsan', external_userid: 'wm1' }],
  ['names no customer', write, { userid: 'zhangsan' }],
  ['names no member', write, { external_userid: 'wm1' }],
  ['names several members', write, { userid: ['zhangsan', 'lisi'], external_userid: 'wm1' }],
  ['names several customers', write, { userid: 'zhangsan', external_userid: ['wm1', 'wm2'] }],
])('behavior: a call that %s changes no relation', (_what, endpoint, params) => {
  expect(changedRelation(endpoint, params)).toBe('')
})
