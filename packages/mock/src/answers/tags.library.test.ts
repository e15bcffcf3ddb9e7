import { expect, test } from 'vitest'
import { createFakeCorp, type FakeCorp } from '../createFakeCorp.ts'
import { createRawCaller, type RawCaller } from '../fixtures/rawCaller.ts'
import { smallCorp, smallCorpTime } from '../fixtures/smallCorp.ts'

type Answer = Record<string, unknown>
interface WireGroup {
  group_id: string
  tag: { id: string; name: string }[]
}

function open(): { corp: FakeCorp; call: (path: string, body: object) => Answer; other: RawCaller } {
  const corp = createFakeCorp({ state: smallCorp() })
  const caller = createRawCaller(corp)
  return {
    corp,
    call: (path, body) => caller.post(`externalcontact/${path}`, body),
    other: createRawCaller(corp, 'secret-sales'),
  }
}

const groupOf = (answer: Answer): WireGroup => answer['tag_group'] as WireGroup
const groupsOf = (answer: Answer): WireGroup[] => answer['tag_group'] as WireGroup[]

test('create: a new group, or tags for one that is there, by id or by name', () => {
  const { call } = open()
  const created = call('add_corp_tag', {
    group_name: '来源',
    order: 7,
    tag: [{ name: '展会', order: 2 }, { name: '介绍' }],
  })

  expect(created).toEqual({
    errcode: 0,
    errmsg: 'ok',
    tag_group: {
      group_id: expect.stringMatching(/^et.{30}$/),
      group_name: '来源',
      create_time: smallCorpTime,
      order: 7,
      tag: [
        { id: expect.stringMatching(/^et.{30}$/), name: '展会', create_time: smallCorpTime, order: 2 },
        { id: expect.any(String), name: '介绍', create_time: smallCorpTime, order: 0 },
      ],
    },
  })
  const { group_id } = groupOf(created)
  const byName = call('add_corp_tag', { group_name: '来源', order: 1, tag: [{ name: '广告' }] })
  const byId = call('add_corp_tag', { group_id, group_name: '别名', tag: [{ name: '网站' }] })
  for (const answer of [byName, byId]) {
    expect(answer).toMatchObject({ tag_group: { group_id, group_name: '来源', order: 7 } })
    expect(groupOf(answer).tag).toHaveLength(1)
  }
  expect(
    call('add_corp_tag', { group_id: 'etG', tag: [{ name: '一般' }, { name: '一般' }] })['tag_group'],
  ).toMatchObject({
    tag: [{ name: '一般' }],
  })
})

test('list: the larger weight first, without rule groups’ tags and without deleted ones', () => {
  const { call } = open()
  const { group_id, tag } = groupOf(
    call('add_corp_tag', { group_name: '来源', order: 7, tag: [{ name: 'a' }, { name: 'b', order: 1 }] }),
  )
  const [b] = tag
  const list = call('get_corp_tag_list', {})

  expect(groupsOf(list).map((group) => group.group_id)).toEqual([group_id, 'etG'])
  expect(groupsOf(list)[0]?.tag.map(({ name }) => name)).toEqual(['b', 'a'])
  expect(JSON.stringify(list)).not.toContain('deleted')
  call('del_corp_tag', { tag_id: [b?.id] })
  expect(groupsOf(call('get_corp_tag_list', {}))[0]?.tag).toMatchObject([{ name: 'a' }])
})

test('list by id: deleted ones too, and said so; group ids win over tag ids', () => {
  const { call } = open()
  const { group_id, tag } = groupOf(call('add_corp_tag', { group_name: '来源', tag: [{ name: 'a' }, { name: 'b' }] }))
  const [a, b] = tag.map(({ id }) => id)
  call('del_corp_tag', { tag_id: [a] })

  expect(call('get_corp_tag_list', { tag_id: [a] })).toMatchObject({
    tag_group: [{ group_id, deleted: false, tag: [{ id: a, deleted: true }] }],
  })
  const byGroup = call('get_corp_tag_list', { tag_id: ['et1'], group_id: [group_id] })
  expect(byGroup).toMatchObject({
    tag_group: [
      {
        tag: [
          { id: a, deleted: true },
          { id: b, deleted: false },
        ],
      },
    ],
  })
  expect(groupsOf(byGroup)[0]).not.toHaveProperty('deleted')

  call('del_corp_tag', { tag_id: [b] })
  expect(call('get_corp_tag_list', { tag_id: [b] })).toMatchObject({ tag_group: [{ deleted: true }] })
  expect(groupsOf(call('get_corp_tag_list', {}))).toHaveLength(1)
})

test.for([
  ['add_corp_tag', { group_id: 'etG', tag: [{ name: '重要' }] }, 40071],
  ['add_corp_tag', { group_id: 'etNone', tag: [{ name: 'x' }] }, 40068],
  ['add_corp_tag', { group_id: '', group_name: '来源', tag: [{ name: 'x' }] }, 40058],
  ['add_strategy_tag', { strategy_id: 1, group_id: '', group_name: '来源', tag: [{ name: 'x' }] }, 40058],
  ['add_corp_tag', { group_id: 'stG', tag: [{ name: 'x' }] }, 40068],
  ['add_corp_tag', { group_name: '级'.repeat(31), tag: [{ name: 'x' }] }, 40072],
  ['add_corp_tag', { group_name: '级', tag: [{ name: '长'.repeat(31) }] }, 40072],
  ['add_corp_tag', { group_name: '级', tag: [{ name: '' }] }, 40072],
  ['add_corp_tag', { group_name: '级', tag: [{ order: 1 }] }, 41018],
  ['add_corp_tag', { group_name: '级', tag: [] }, 40058],
  ['add_corp_tag', { group_name: '级', tag: [{ name: 'x', order: 2 ** 32 }] }, 40058],
  ['add_corp_tag', { tag: [{ name: 'x' }] }, 40058],
  ['get_corp_tag_list', { tag_id: ['etNone'] }, 40068],
  ['get_corp_tag_list', { tag_id: ['st1'] }, 40068],
  ['get_corp_tag_list', { group_id: ['et1'] }, 40068],
  ['edit_corp_tag', { name: 'x' }, 40068],
  ['edit_corp_tag', { id: 'etNone', name: 'x' }, 40068],
  ['edit_corp_tag', { id: 'et1', name: '' }, 40072],
  ['edit_corp_tag', { id: 'et1', name: 'x' }, 301002],
  ['del_corp_tag', { tag_id: ['et1'] }, 301002],
  ['del_corp_tag', { tag_id: [], group_id: [] }, 40058],
  ['add_strategy_tag', { strategy_id: 9, group_name: 'x', tag: [{ name: 'x' }] }, 40058],
  ['get_strategy_tag_list', { strategy_id: 9 }, 40058],
] as const)('%s %j gets %i and changes nothing', ([path, body, errcode]) => {
  const { corp, call } = open()
  const before = corp.state()

  expect(call(path, body)).toMatchObject({ errcode })
  expect(corp.state()).toEqual(before)
})

test('edit: one id for tags and groups; a name is unique in its place, and may stay as it is', () => {
  const { call } = open()
  const { group_id, tag } = groupOf(call('add_corp_tag', { group_name: '来源', tag: [{ name: 'a' }, { name: 'b' }] }))
  const [a] = tag

  expect(call('edit_corp_tag', { id: a?.id, name: 'b' })).toMatchObject({ errcode: 40071 })
  expect(call('edit_corp_tag', { id: group_id, name: '级别' })).toMatchObject({ errcode: 40071 })
  expect(call('edit_corp_tag', { id: a?.id, name: 'a', order: 9 })).toEqual({ errcode: 0, errmsg: 'ok' })
  expect(call('edit_corp_tag', { id: a?.id, name: '重要' })).toMatchObject({ errcode: 0 })
  expect(call('edit_corp_tag', { id: group_id, name: '渠道', order: 3 })).toMatchObject({ errcode: 0 })
  expect(call('get_corp_tag_list', { group_id: [group_id] })).toMatchObject({
    tag_group: [{ group_name: '渠道', order: 3, tag: [{ name: '重要', order: 9 }, { name: 'b' }] }],
  })
})

test('an app sees all corp tags, but changes its own only', () => {
  const { call, other } = open()
  const { tag } = groupOf(call('add_corp_tag', { group_id: 'etG', tag: [{ name: 'a' }] }))
  const id = tag[0]?.id

  expect(other.post('externalcontact/get_corp_tag_list', { tag_id: [id] })).toMatchObject({ errcode: 0 })
  expect(other.post('externalcontact/edit_corp_tag', { id, order: 1 })).toMatchObject({ errcode: 301002 })
  expect(other.post('externalcontact/del_corp_tag', { tag_id: [id] })).toMatchObject({ errcode: 301002 })
  expect(other.post('externalcontact/get_strategy_tag_list', {})).toMatchObject({ tag_group: [] })
  for (const path of ['edit_strategy_tag', 'edit_corp_tag']) {
    expect(other.post(`externalcontact/${path}`, { id: 'st1', order: 1 })).toMatchObject({ errcode: 40068 })
  }
})

test('delete: tags leave the customers who have them; a deleted one is gone', () => {
  const { corp, call } = open()
  const { group_id, tag } = groupOf(call('add_corp_tag', { group_name: '来源', tag: [{ name: 'a' }] }))
  const add_tag = tag.map(({ id }) => id)
  call('mark_tag', { userid: 'anna', external_userid: 'wm1', add_tag })
  expect(corp.follows.find('anna', 'wm1')?.tag_ids).toEqual(['et1', 'st1', ...add_tag])

  expect(call('del_corp_tag', { group_id: [group_id] })).toEqual({ errcode: 0, errmsg: 'ok' })
  expect(corp.follows.find('anna', 'wm1')?.tag_ids).toEqual(['et1', 'st1'])
  expect(call('del_corp_tag', { group_id: [group_id] })).toMatchObject({ errcode: 40068 })
  expect(call('add_corp_tag', { group_name: '来源', tag: [{ name: 'a' }] })).toMatchObject({ errcode: 0 })
  expect(createFakeCorp({ state: corp.state() }).state()).toEqual(corp.state())
})

test('10000 tags, those of rule groups among them', () => {
  const given = smallCorp()
  const tags = Array.from({ length: 9997 }, (_, index) => ({
    id: `etX${index}`,
    name: String(index),
    create_time: 1_700_000_000,
    order: 0,
  }))
  const many = { group_id: 'etX', group_name: '多', create_time: 1_700_000_000, order: 0, tags }
  const corp = createFakeCorp({ state: { ...given, tag_groups: [...(given.tag_groups ?? []), many] } })
  const add = (name: string): Answer =>
    createRawCaller(corp).post('externalcontact/add_corp_tag', { group_name: '新', tag: [{ name }] })

  expect(add('a')).toMatchObject({ errcode: 0 })
  expect(add('b')).toMatchObject({ errcode: 40126 })
})

test('tags of a rule group: of the first level, by id without a deleted flag, gone with the group', () => {
  const { corp, call } = open()
  const created = call('add_strategy_tag', { strategy_id: 1, group_name: '阶段', tag: [{ name: '签约' }] })
  expect(groupOf(created)).toMatchObject({ group_id: 'stG', tag: [{ id: expect.stringMatching(/^st/) }] })
  expect(groupOf(created)).not.toHaveProperty('strategy_id')
  expect(call('get_strategy_tag_list', { strategy_id: 1, tag_id: ['st1'] })).toEqual({
    errcode: 0,
    errmsg: 'ok',
    tag_group: [
      {
        group_id: 'stG',
        group_name: '阶段',
        create_time: 1_700_000_000,
        order: 0,
        strategy_id: 1,
        tag: [{ id: 'st1', name: '报价', create_time: 1_700_000_000, order: 0 }],
      },
    ],
  })

  call('customer_strategy/create', { parent_id: 1, strategy_name: '下', admin_list: ['ben'], range: [] })
  expect(call('add_strategy_tag', { strategy_id: 2, group_name: 'x', tag: [{ name: 'x' }] })).toMatchObject({
    errcode: 40058,
  })
  expect(call('edit_strategy_tag', { id: 'st1', name: '询价' })).toMatchObject({ errcode: 0 })
  expect(call('del_strategy_tag', { tag_id: ['st1'] })).toMatchObject({ errcode: 0 })
  expect(call('get_strategy_tag_list', { tag_id: ['st1'] })).toMatchObject({ tag_group: [] })
  expect(corp.follows.find('anna', 'wm1')?.tag_ids).toEqual(['et1'])

  call('customer_strategy/del', { strategy_id: 2 })
  call('customer_strategy/del', { strategy_id: 1 })
  expect(call('get_strategy_tag_list', {})).toMatchObject({ tag_group: [] })
  expect(createFakeCorp({ state: corp.state() }).state()).toEqual(corp.state())
})
