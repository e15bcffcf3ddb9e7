import { expect, test } from 'vitest'
import { createFakeCorp, type FakeCorp } from '../createFakeCorp.ts'
import { createRawCaller, type RawCaller } from '../fixtures/rawCaller.ts'
import { smallCorp, smallCorpTime } from '../fixtures/smallCorp.ts'

function open(): { corp: FakeCorp; call: (path: string, body: object) => Record<string, unknown>; other: RawCaller } {
  const corp = createFakeCorp({ state: smallCorp() })
  const caller = createRawCaller(corp)
  return {
    corp,
    call: (path, body) => caller.post(`externalcontact/customer_strategy/${path}`, body),
    other: createRawCaller(corp, 'secret-sales'),
  }
}

const sales = { parent_id: 1, strategy_name: '销售', admin_list: ['ben'], range: [{ type: 2, partyid: 2 }] }

test('create, get, list and delete', () => {
  const { call } = open()

  expect(call('create', sales)).toEqual({ errcode: 0, errmsg: 'ok', strategy_id: 2 })
  expect(call('get', { strategy_id: 2 })).toMatchObject({
    strategy: {
      strategy_id: 2,
      parent_id: 1,
      strategy_name: '销售',
      create_time: smallCorpTime,
      admin_list: ['ben'],
      privilege: { view_customer_list: true, manage_customer_tag: true },
    },
  })
  expect(call('list', {})).toEqual({ errcode: 0, errmsg: 'ok', strategy: [{ strategy_id: 1 }, { strategy_id: 2 }] })
  expect(call('del', { strategy_id: 1 })).toMatchObject({ errcode: 40058 })
  expect(call('del', { strategy_id: 2 })).toEqual({ errcode: 0, errmsg: 'ok' })
  expect(call('get', { strategy_id: 2 })).toMatchObject({ errcode: 40058 })
})

test('an app sees its own groups only', () => {
  const { other } = open()

  expect(other.post('externalcontact/customer_strategy/list', {})).toMatchObject({ strategy: [] })
  for (const path of ['get', 'get_range', 'edit', 'del']) {
    const answer = other.post(`externalcontact/customer_strategy/${path}`, { strategy_id: 1 })
    expect(answer).toMatchObject({ errcode: 40058 })
  }
})

test('list and get_range come in pages, the last one without next_cursor', () => {
  const { call } = open()
  call('create', sales)
  call('edit', { strategy_id: 2, range_add: [{ type: 1, userid: 'dora' }] })

  const groups = call('list', { limit: 1 })
  expect(groups).toMatchObject({ strategy: [{ strategy_id: 1 }] })
  expect(call('list', { limit: 1, cursor: groups['next_cursor'] })).toEqual({
    errcode: 0,
    errmsg: 'ok',
    strategy: [{ strategy_id: 2 }],
  })
  const range = call('get_range', { strategy_id: 2, limit: 1 })
  expect(range).toMatchObject({ range: [{ type: 2, partyid: 2 }] })
  expect(call('get_range', { strategy_id: 2, limit: 1, cursor: range['next_cursor'] })).toEqual({
    errcode: 0,
    errmsg: 'ok',
    range: [{ type: 1, userid: 'dora' }],
  })
})

test('rights: basic ones stay on, those left out are on, and are replaced as a whole', () => {
  const { call } = open()
  const rights = (strategy_id: number): unknown =>
    (call('get', { strategy_id })['strategy'] as { privilege: unknown }).privilege
  const { strategy_id } = call('create', {
    strategy_name: '自己',
    admin_list: ['ben'],
    privilege: { view_customer_list: false, share_customer: false },
    range: [{ type: 1, userid: 'ben' }],
  }) as { strategy_id: number }

  expect(rights(strategy_id)).toMatchObject({ view_customer_list: true, share_customer: false, rapid_reply: true })
  call('edit', { strategy_id, privilege: {} })
  expect(rights(strategy_id)).toMatchObject({ share_customer: false })
  call('edit', { strategy_id, privilege: { rapid_reply: false } })
  expect(rights(strategy_id)).toMatchObject({ share_customer: true, rapid_reply: false })
  expect(Object.keys(rights(strategy_id) as object)).toHaveLength(21)
})

test('rights: those of the parent hold', () => {
  const { call } = open()
  call('create', { ...sales, privilege: { share_customer: false } })
  const rights = (): unknown => call('get', { strategy_id: 2 })['strategy']

  expect(rights()).toMatchObject({ privilege: { share_customer: true } })
  call('edit', { strategy_id: 2, privilege: { share_customer: false } })
  expect(rights()).toMatchObject({ privilege: { share_customer: true } })
  call('edit', { strategy_id: 1, privilege: { rapid_reply: false } })
  expect(rights()).toMatchObject({ privilege: { share_customer: true, rapid_reply: false } })
})

test('edit: name and admins, which stay where the list is empty', () => {
  const { call } = open()
  call('edit', { strategy_id: 1, strategy_name: '新', admin_list: ['ben', 'dora'] })
  call('edit', { strategy_id: 1, admin_list: [] })

  expect(call('get', { strategy_id: 1 })).toMatchObject({
    strategy: { strategy_name: '新', admin_list: ['ben', 'dora'] },
  })
})

test('the range stays within the parent’s: departments below, and members of both', () => {
  const { call } = open()
  call('create', sales)
  const below = (range: object[]): unknown => call('create', { ...sales, parent_id: 2, range })

  expect(
    below([
      { type: 2, partyid: 4 },
      { type: 1, userid: 'anna' },
    ]),
  ).toMatchObject({ errcode: 0 })
  expect(below([{ type: 2, partyid: 1 }])).toMatchObject({ errcode: 40058 })
  expect(below([{ type: 1, userid: 'dora' }])).toMatchObject({ errcode: 40058 })
  expect(call('edit', { strategy_id: 2, range_del: [{ type: 2, partyid: 2 }] })).toMatchObject({ errcode: 40058 })
})

test('at most five levels', () => {
  const { call } = open()
  const ids = [1, 2, 3, 4].map((parent_id) => call('create', { ...sales, parent_id })['strategy_id'])

  expect(ids).toEqual([2, 3, 4, 5])
  expect(call('create', { ...sales, parent_id: 5 })).toMatchObject({ errcode: 40058 })
})

test('at most 100 nodes and 20 admins a call, and 3000 nodes a group', () => {
  const departments = Array.from({ length: 3001 }, (_, index) => ({ id: index + 1, name: '', parentid: 0 }))
  const corp = createFakeCorp({
    state: { ...smallCorp(), departments: [...departments], strategies: [], tag_groups: [], follows: [] },
  })
  const caller = createRawCaller(corp)
  const call = (path: string, body: object): unknown => caller.post(`externalcontact/customer_strategy/${path}`, body)
  const nodes = departments.map(({ id }) => ({ type: 2, partyid: id }))
  const group = { strategy_name: '大', admin_list: ['ben'] }

  expect(call('create', { ...group, range: nodes.slice(0, 101) })).toMatchObject({ errcode: 40058 })
  expect(call('create', { ...group, admin_list: Array(21).fill('ben'), range: [] })).toMatchObject({ errcode: 40058 })
  expect(call('create', { ...group, range: nodes.slice(0, 100) })).toMatchObject({ errcode: 0 })
  for (let at = 100; at < 3000; at += 100) call('edit', { strategy_id: 1, range_add: nodes.slice(at, at + 100) })
  expect(corp.strategies.list()[0]?.range).toHaveLength(3000)
  expect(call('edit', { strategy_id: 1, range_add: nodes.slice(3000) })).toMatchObject({ errcode: 40058 })
})

test('unknown ids and ids outside the visible range', () => {
  const { call, other } = open()
  const create = (change: object): unknown => call('create', { ...sales, ...change })
  const createAsOther = (change: object): unknown =>
    other.post('externalcontact/customer_strategy/create', { ...sales, parent_id: 0, ...change })

  expect(create({ admin_list: ['nobody'] })).toMatchObject({ errcode: 60111 })
  expect(create({ range: [{ type: 1, userid: 'carl' }] })).toMatchObject({ errcode: 60111 })
  expect(create({ range: [{ type: 2, partyid: 99 }] })).toMatchObject({ errcode: 60123 })
  expect(create({ range: [{ type: 1 }] })).toMatchObject({ errcode: 40058 })
  expect(create({ parent_id: 99 })).toMatchObject({ errcode: 40058 })
  expect(createAsOther({ range: [{ type: 2, partyid: 3 }] })).toMatchObject({ errcode: 60030 })
  expect(createAsOther({ range: [{ type: 1, userid: 'dora' }] })).toMatchObject({ errcode: 60030 })
  expect(createAsOther({ admin_list: ['dora'] })).toMatchObject({ errcode: 60111 })
  expect(createAsOther({})).toMatchObject({ errcode: 0 })
})
