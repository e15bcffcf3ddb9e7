import { beforeEach, expect, test } from 'vitest'
import { createFakeCorp } from '../createFakeCorp.ts'
import { createRawCaller, type RawCaller } from '../fixtures/rawCaller.ts'
import { smallCorp } from '../fixtures/smallCorp.ts'

const corp = createFakeCorp({ state: smallCorp() })
let caller: RawCaller
let sales: RawCaller
beforeEach(() => {
  corp.reset()
  caller = createRawCaller(corp, 'secret-all')
  sales = createRawCaller(corp, 'secret-sales')
})
const add = (body: object = {}, as = caller) =>
  as.post('externalcontact/add_intercept_rule', {
    rule_name: '承诺',
    word_list: ['最低价'],
    semantics_list: [1, 2],
    intercept_type: 1,
    applicable_range: { user_list: ['anna', 'dora'], department_list: [2, 3] },
    ...body,
  })
const read = (rule_id: unknown, as = caller) => as.post('externalcontact/get_intercept_rule', { rule_id })

test('a rule, from its making to its end', () => {
  const { rule_id } = add()
  const create_time = corp.clock.seconds()
  expect(read(rule_id)).toEqual({
    errcode: 0,
    errmsg: 'ok',
    rule: {
      rule_id,
      rule_name: '承诺',
      word_list: ['最低价'],
      semantics_list: [1, 2],
      extra_rule: { semantics_list: [1, 2] },
      intercept_type: 1,
      applicable_range: { user_list: ['anna', 'dora'], department_list: [2, 3] },
      create_time,
    },
  })
  expect(caller.get('externalcontact/get_intercept_rule_list')).toMatchObject({
    rule_list: [{ rule_id, rule_name: '承诺', create_time }],
  })
  const path = 'externalcontact/del_intercept_rule'
  expect(caller.post(path, { rule_id })).toMatchObject({ errcode: 0 })
  expect([read(rule_id), read('99'), caller.post(path, { rule_id })]).toMatchObject([
    { errcode: 41071 },
    { errcode: 41070 },
    { errcode: 41071 },
  ])
  expect(caller.get('externalcontact/get_intercept_rule_list')).toMatchObject({ rule_list: [] })
})

test('an update changes what it names; ranges grow and shrink', () => {
  const { rule_id } = add()
  const update = (body: object) => caller.post('externalcontact/update_intercept_rule', { rule_id, ...body })

  update({
    word_list: [],
    extra_rule: { semantics_list: [] },
    add_applicable_range: { user_list: ['ben', 'anna'] },
    remove_applicable_range: { user_list: ['dora'], department_list: [3] },
  })
  expect(read(rule_id)).toMatchObject({
    rule: {
      rule_name: '承诺',
      word_list: ['最低价'],
      semantics_list: [],
      applicable_range: { user_list: ['anna', 'ben'], department_list: [2] },
    },
  })
  expect(update({ rule_name: '承诺', intercept_type: 2 })).toMatchObject({ errcode: 0 })
  expect(update({ extra_rule: { semantics_list: [9] } })).toMatchObject({ errcode: 41084 })
})

test.for([
  [{ rule_name: '长'.repeat(21) }, 40058],
  [{ word_list: Array<string>(301).fill('x') }, 41068],
  [{ word_list: ['长'.repeat(33)] }, 41083],
  [{ word_list: [] }, 40058],
  [{ word_list: 'x' }, 40058],
  [{ word_list: [7] }, 40058],
  [{ applicable_range: { department_list: ['x'] } }, 40058],
  [{ semantics_list: [4] }, 41084],
  [{ intercept_type: 3 }, 40058],
  [{ applicable_range: {} }, 40058],
  [{ applicable_range: { user_list: Array<string>(1001).fill('anna') } }, 41076],
  [{ applicable_range: { user_list: ['nobody'] } }, 60011],
  [{ applicable_range: { department_list: [9] } }, 60011],
] as const)('add_intercept_rule with %j gets its errcode', ([change, errcode]) => {
  expect(add(change)).toMatchObject({ errcode })
})

test('names are unique, and there are at most 100', () => {
  add()
  expect(add()).toMatchObject({ errcode: 41077 })
  for (let count = 1; count < 100; count++) add({ rule_name: `r${count}` })
  expect(add({ rule_name: 'one more' })).toMatchObject({ errcode: 41069 })
})

test('other apps read a rule, cut to what they see, and do not change it', () => {
  const { rule_id } = add()

  expect(read(rule_id, sales)).toMatchObject({
    rule: { applicable_range: { user_list: ['anna'], department_list: [2] } },
  })
  expect(sales.post('externalcontact/update_intercept_rule', { rule_id })).toMatchObject({ errcode: 60011 })
  expect(sales.post('externalcontact/del_intercept_rule', { rule_id })).toMatchObject({ errcode: 60011 })
  expect(add({ rule_name: 'x', applicable_range: { user_list: ['dora'] } }, sales)).toMatchObject({ errcode: 60011 })
})

test('rules go into a state and come back, ids go on', () => {
  const { rule_id } = add()
  caller.post('externalcontact/del_intercept_rule', { rule_id })
  const copy = createFakeCorp({ state: corp.state() })

  expect(copy.state()).toEqual(corp.state())
  expect(add({}, createRawCaller(copy, 'secret-all'))).toMatchObject({ rule_id: '2' })
})
