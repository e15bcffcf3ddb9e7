import { expect, test } from 'vitest'
import { createFakeCorp, type FakeCorp } from '../createFakeCorp.ts'
import { createRawCaller } from '../fixtures/rawCaller.ts'
import { smallCorp, smallCorpTime } from '../fixtures/smallCorp.ts'

const ok = { errcode: 0, errmsg: 'ok' }
const window = { start_time: smallCorpTime, end_time: smallCorpTime + 86_400 }

interface TestCorp {
  readonly corp: FakeCorp
  /** Moment that the corp created for anna, ben, dora and fay. */
  readonly moment_id: string
  readonly call: (path: string, body: object, secret?: string) => Record<string, unknown>
}

function open(): TestCorp {
  const corp = createFakeCorp({ state: smallCorp() })
  const call = (path: string, body: object, secret?: string): Record<string, unknown> =>
    createRawCaller(corp, secret).post(`externalcontact/${path}`, body)
  call('add_moment_task', { text: { content: '开放日' } })
  corp.clock.advance({ seconds: 3 })
  return { corp, call, moment_id: corp.moments.list()[0]?.moment_id ?? '' }
}

test('a publication changes the task, and opens its customers and results', () => {
  const { corp, moment_id, call } = open()
  const which = { moment_id, userid: 'anna' }
  const tasks = (): unknown => call('get_moment_task', { moment_id })['task_list']

  expect(call('get_moment_customer_list', which)).toMatchObject({ errcode: 41062, customer_list: [] })
  corp.people.customerDeletesMember({ userid: 'anna', external_userid: 'wm2' })
  const { external_userid, events } = corp.people.memberPublishesMoment(which)

  expect([external_userid, events]).toEqual([['wm1', 'wo3'], []])
  expect(tasks()).toEqual([
    { userid: 'anna', publish_status: 1 },
    { userid: 'ben', publish_status: 0 },
    { userid: 'dora', publish_status: 0 },
    { userid: 'fay', publish_status: 0 },
  ])
  expect(call('get_moment_customer_list', which)).toEqual({
    ...ok,
    customer_list: ['wm1', 'wm2', 'wo3'].map((chosen) => ({ userid: 'anna', external_userid: chosen })),
    next_cursor: '',
  })
  expect(call('get_moment_send_result', which)).toEqual({
    ...ok,
    customer_list: [{ external_userid: 'wm1' }, { external_userid: 'wo3' }],
    next_cursor: '',
  })
  expect(() => corp.people.memberPublishesMoment(which)).toThrow('has already published')
  expect(() => corp.people.memberPublishesMoment({ moment_id, userid: 'emil' })).toThrow(
    'members who do: anna, ben, dora, fay',
  )
})

test('likes and comments, of customers and members: who and when', () => {
  const { corp, moment_id, call } = open()
  const which = { moment_id, userid: 'anna' }
  const customer = { ...which, external_userid: 'wm1' }
  expect(() => corp.people.customerLikesMoment(customer)).toThrow('has not published')
  corp.people.memberPublishesMoment(which)
  const create_time = corp.clock.seconds()
  corp.people.customerLikesMoment(customer)
  corp.people.customerCommentsOnMoment(customer)
  corp.people.memberCommentsOnMoment({ ...which, by: 'anna' })
  corp.people.memberLikesMoment({ ...which, by: 'ben' })

  expect(call('get_moment_comments', which)).toEqual({
    ...ok,
    comment_list: [
      { external_userid: 'wm1', create_time },
      { userid: 'anna', create_time },
    ],
    like_list: [
      { external_userid: 'wm1', create_time },
      { userid: 'ben', create_time },
    ],
  })
  expect(() => corp.people.customerLikesMoment(customer)).toThrow('already likes moment')
  expect(() => corp.people.memberLikesMoment({ ...which, by: 'ben' })).toThrow('already likes moment')
  expect(() => corp.people.customerCommentsOnMoment({ ...customer, external_userid: 'wm4' })).toThrow('cannot see')
})

test('a cancelled moment: published parts stay, no member publishes the rest', () => {
  const { corp, moment_id, call } = open()
  corp.people.memberPublishesMoment({ moment_id, userid: 'anna' })

  expect(call('cancel_moment_task', { moment_id })).toEqual(ok)
  expect(call('cancel_moment_task', { moment_id })).toEqual(ok)
  expect(() => corp.people.memberPublishesMoment({ moment_id, userid: 'dora' })).toThrow('cancelled')
  expect(call('get_moment_send_result', { moment_id, userid: 'anna' })['customer_list']).toHaveLength(3)
})

test('a member’s own moment has no tasks, and is gone once it is deleted', () => {
  const { corp, call } = open()
  const { moment_id } = corp.people.memberPostsMoment({ userid: 'dora', text: '周末愉快', external_userid: ['wm1'] })
  const which = { moment_id, userid: 'dora' }

  expect(call('get_moment_list', { ...window, filter_type: 1 })).toMatchObject({
    moment_list: [{ moment_id, creator: 'dora', create_type: 1, visible_type: 0, text: { content: '周末愉快' } }],
  })
  expect(call('get_moment_task', { moment_id })).toMatchObject({ errcode: 41067, task_list: [] })
  expect(call('cancel_moment_task', { moment_id })).toMatchObject({ errcode: 41067 })
  expect(call('get_moment_send_result', which)).toMatchObject({ customer_list: [{ external_userid: 'wm1' }] })
  expect(call('get_moment_comments', { ...which, userid: 'anna' })).toMatchObject({ errcode: 41061, like_list: [] })
  corp.people.memberDeletesMoment(which)
  expect(call('get_moment_comments', which)).toMatchObject({ errcode: 41060 })
  expect(call('get_moment_list', { ...window, filter_type: 1 })).toMatchObject({ moment_list: [] })
})

test('the corp’s moments cannot be deleted by a member', () => {
  const { corp, moment_id } = open()

  expect(() => corp.people.memberDeletesMoment({ moment_id, userid: 'anna' })).toThrow('The corp created moment')
})

test('an app sees the moments of its members, also of those who have left', () => {
  const { corp, moment_id, call } = open()
  corp.people.memberPostsMoment({ userid: 'dora', text: '你好' })
  const { moment_id: annas } = corp.people.memberPostsMoment({ userid: 'anna', text: '你好' })
  corp.people.memberLeaves({ userid: 'anna' })

  expect(call('get_moment_list', window)['moment_list']).toHaveLength(3)
  expect(call('get_moment_list', window, 'secret-sales')).toMatchObject({
    moment_list: [{ moment_id }, { moment_id: annas }],
  })
  expect(call('get_moment_task', { moment_id }, 'secret-sales')).toMatchObject({
    task_list: [{ userid: 'anna' }, { userid: 'ben' }],
  })
})

test('list: window, creator, kind and pages of 20', () => {
  const { corp, call } = open()
  for (let index = 0; index < 24; index++) corp.people.memberPostsMoment({ userid: 'dora', text: String(index) })
  const list = (body: object): Record<string, unknown> => call('get_moment_list', { ...window, ...body })

  expect(list({ filter_type: 0 })['moment_list']).toHaveLength(1)
  expect(list({ creator: 'anna' })['moment_list']).toEqual([])
  const first = list({ limit: 100 })
  expect(first['moment_list']).toHaveLength(20)
  expect(list({ cursor: first['next_cursor'] })).toMatchObject({ moment_list: { length: 5 }, next_cursor: '' })
  expect(list({ limit: 5 })['moment_list']).toHaveLength(5)
  expect(list({ cursor: 'x' })).toMatchObject({ errcode: 50100, moment_list: [] })
  expect(list({ end_time: window.start_time + 30 * 86_400 + 1 })).toMatchObject({ errcode: 40058 })
})

test.for([
  'get_moment_task',
  'get_moment_customer_list',
  'get_moment_send_result',
  'get_moment_comments',
  'cancel_moment_task',
])('%s: a moment_id that is missing or unknown', (path) => {
  const { call } = open()

  expect(call(path, { userid: 'anna' })).toMatchObject({ errcode: 41059 })
  expect(call(path, { userid: 'anna', moment_id: 'mom0' })).toMatchObject({ errcode: 41060 })
})

test('a moment for very many members takes a moment to be handed out', () => {
  const { members = [], ...state } = smallCorp()
  const many = Array.from({ length: 1000 }, (_, index) => ({
    userid: `member${index}`,
    name: '员工',
    department: [3],
    customer_contact: true,
    verified: true,
  }))
  const corp = createFakeCorp({ state: { ...state, members: [...members, ...many] } })
  const caller = createRawCaller(corp)
  caller.post('externalcontact/add_moment_task', { text: { content: '开放日' } })
  corp.clock.advance({ seconds: 3 })
  const moment_id = corp.moments.list()[0]?.moment_id ?? ''

  expect(caller.post('externalcontact/get_moment_task', { moment_id })).toMatchObject({ errcode: 41079 })
  expect(() => corp.people.memberPublishesMoment({ moment_id, userid: 'anna' })).toThrow('still distributing')
  corp.clock.advance({ seconds: 1 })
  expect(caller.post('externalcontact/get_moment_task', { moment_id })['task_list']).toHaveLength(500)
})

test('a moment that a member puts aside can still be published', () => {
  const { corp, moment_id, call } = open()
  const which = { moment_id, userid: 'anna' }

  expect(corp.people.memberIgnoresMoment(which).publication).toMatchObject({ ignored_at: corp.clock.seconds() })
  expect(createFakeCorp({ state: corp.state() }).state()).toEqual(corp.state())
  expect(call('get_moment_task', { moment_id })['task_list']).toContainEqual({ userid: 'anna', publish_status: 0 })
  corp.people.memberPublishesMoment(which)
  expect(corp.moments.find(moment_id)?.publications[0]).not.toHaveProperty('ignored_at')
  expect(() => corp.people.memberIgnoresMoment(which)).toThrow('has already published')
})
