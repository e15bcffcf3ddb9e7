import { expect, test } from 'vitest'
import { createFakeCorp } from '../createFakeCorp.ts'
import { createRawCaller } from '../fixtures/rawCaller.ts'
import { smallCorp, smallCorpTime } from '../fixtures/smallCorp.ts'

type Call = (path: string, body: object) => Record<string, unknown>

function open(): { call: Call; other: Call; customers: Call } {
  const corp = createFakeCorp({ state: smallCorp() })
  const callWith = (family: string, secret: string): Call => {
    const caller = createRawCaller(corp, secret)
    return (path, body) => caller.post(`externalcontact/${family}/${path}`, body)
  }
  return {
    call: callWith('moment_strategy', 'secret-all'),
    other: callWith('moment_strategy', 'secret-sales'),
    customers: callWith('customer_strategy', 'secret-all'),
  }
}

const ok = { errcode: 0, errmsg: 'ok' }
const group = { strategy_name: '朋友圈', admin_list: ['anna'], range: [{ type: 2, partyid: 2 }] }

// The tests of customers' rule groups cover the code that both kinds of rule groups use.
test('create, get, get_range, edit, list and del', () => {
  const { call } = open()

  expect(call('create', { ...group, privilege: { send_moment: false } })).toEqual({ ...ok, strategy_id: 1 })
  expect(call('get', { strategy_id: 1 })).toEqual({
    ...ok,
    strategy: {
      strategy_id: 1,
      parent_id: 0,
      strategy_name: '朋友圈',
      create_time: smallCorpTime,
      admin_list: ['anna'],
      privilege: { view_moment_list: true, send_moment: false, manage_moment_cover_and_sign: true },
    },
  })
  expect(call('edit', { strategy_id: 1, range_add: [{ type: 1, userid: 'dora' }] })).toEqual(ok)
  const first = call('get_range', { strategy_id: 1, limit: 1 })
  expect(first).toMatchObject({ range: [{ type: 2, partyid: 2 }] })
  expect(call('get_range', { strategy_id: 1, limit: 1, cursor: first['next_cursor'] })).toEqual({
    ...ok,
    range: [{ type: 1, userid: 'dora' }],
  })
  expect(call('list', {})).toEqual({ ...ok, strategy: [{ strategy_id: 1 }] })
  expect(call('del', { strategy_id: 1 })).toEqual(ok)
  expect(call('get', { strategy_id: 1 })).toMatchObject({ errcode: 40058 })
})

test('no right is basic, and a group below has those of the one above', () => {
  const { call } = open()
  const off = { view_moment_list: false, send_moment: false, manage_moment_cover_and_sign: false }
  call('create', { ...group, privilege: off })
  call('create', { ...group, parent_id: 1, range: [{ type: 1, userid: 'anna' }] })

  expect(call('get', { strategy_id: 2 })).toMatchObject({ strategy: { parent_id: 1, privilege: off } })
})

test('they are no customer rule groups, and no other app sees them', () => {
  const { call, other, customers } = open()
  call('create', group)

  expect(customers('list', {})).toMatchObject({ strategy: [{ strategy_id: 1 }] })
  expect(customers('get', { strategy_id: 1 })).toMatchObject({ strategy: { strategy_name: '全部' } })
  expect(other('list', {})).toMatchObject({ strategy: [] })
  expect(other('get', { strategy_id: 1 })).toMatchObject({ errcode: 40058 })
})

test('refuses a group without members', () => {
  const { call, customers } = open()

  expect(call('create', { ...group, range: [] })).toMatchObject({ errcode: 40058 })
  expect(customers('create', { ...group, range: [] })).toMatchObject({ errcode: 40058 })
})
