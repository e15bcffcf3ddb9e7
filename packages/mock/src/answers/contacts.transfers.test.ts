import { expect, test } from 'vitest'
import { createFakeCorp, type FakeCorp } from '../createFakeCorp.ts'
import { createRawCaller, type RawCaller } from '../fixtures/rawCaller.ts'
import { follow, smallCorp, smallCorpTime } from '../fixtures/smallCorp.ts'
import type { Member } from '../state/members.ts'

const day = 86_400

function open(userid = '', change: Partial<Member> = {}): { corp: FakeCorp; caller: RawCaller } {
  const state = smallCorp()
  const members = state.members?.map((member) => (member.userid === userid ? { ...member, ...change } : member))
  const corp = createFakeCorp({ state: { ...state, members } })
  return { corp, caller: createRawCaller(corp) }
}

function transfer(caller: RawCaller, external_userid: string[], pair = { from: 'anna', to: 'ben' }): unknown {
  const body = { handover_userid: pair.from, takeover_userid: pair.to, external_userid }
  return caller.post('externalcontact/transfer_customer', body)
}

/** Transfers one customer to another member or back, and advances the clock until the transfer takes effect. */
function transferAndWait(corp: FakeCorp, from: string, to: string): unknown {
  const answer = transfer(createRawCaller(corp), ['wm2'], { from, to })
  corp.clock.advance({ hours: 24 })
  return answer
}

function results(corp: FakeCorp, kind = ''): unknown {
  const body = { handover_userid: kind ? 'carl' : 'anna', takeover_userid: 'ben' }
  return createRawCaller(corp).post(`externalcontact/${kind}transfer_result`, body)
}

test('transfer_customer: takes effect after 24 hours', () => {
  const { corp, caller } = open()
  const answer = transfer(caller, ['wm2', 'wm1'])

  expect(answer).toEqual({
    errcode: 0,
    errmsg: 'ok',
    customer: [
      { external_userid: 'wm2', errcode: 0 },
      { external_userid: 'wm1', errcode: 0 },
    ],
  })
  expect(results(corp)).toMatchObject({
    customer: [
      { external_userid: 'wm2', status: 2, takeover_time: smallCorpTime + day },
      { external_userid: 'wm1', status: 2, takeover_time: smallCorpTime + day },
    ],
    next_cursor: '',
  })
  corp.clock.advance({ hours: 23, minutes: 59 })
  expect(corp.follows.find('anna', 'wm2')).toBeDefined()

  corp.clock.advance({ minutes: 1 })
  expect(results(corp)).toMatchObject({
    customer: [{ status: 1, takeover_time: smallCorpTime + day }, { status: 1 }],
  })
  expect(corp.follows.find('anna', 'wm2')).toBeUndefined()
  expect(corp.follows.find('ben', 'wm1')).toMatchObject({
    createtime: smallCorpTime + day,
    tag_ids: ['et1', 'st1'],
    personal_tags: [],
    add_way: 202,
    oper_userid: 'anna',
  })
})

test('transfer_customer: the customer refuses', () => {
  const { corp, caller } = open()
  transfer(caller, ['wm2'])
  corp.transfers.refuse('wm2')
  corp.clock.advance({ hours: 24 })

  expect(results(corp)).toMatchObject({ customer: [{ external_userid: 'wm2', status: 3, takeover_time: 0 }] })
  expect(corp.follows.find('anna', 'wm2')).toBeDefined()
  expect(() => corp.transfers.refuse('wm2')).toThrow('Customer wm2 has no transfer in progress')
})

test('transfer_customer: whoever takes over has reached the limit by then', () => {
  const { corp, caller } = open('ben', { customer_limit: 1 })
  transfer(caller, ['wm2', 'wm1'])
  corp.clock.advance({ hours: 24 })

  expect(results(corp)).toMatchObject({ customer: [{ status: 1 }, { status: 4, takeover_time: 0 }] })
})

test('transfer_customer: twice in 90 calendar days', () => {
  const { corp } = open()

  expect(transferAndWait(corp, 'anna', 'ben')).toMatchObject({ customer: [{ errcode: 0 }] })
  expect(transferAndWait(corp, 'ben', 'anna')).toMatchObject({ customer: [{ errcode: 0 }] })
  expect(transferAndWait(corp, 'anna', 'ben')).toMatchObject({ customer: [{ errcode: 40128 }] })
  // The first transfer was on 1 March. 29 May is the 90th day after it, and ends at midnight in Beijing.
  const attempt = (): unknown => transfer(createRawCaller(corp), ['wm2'])
  corp.clock.set('2026-05-29T15:59:59.000Z')
  expect(attempt()).toMatchObject({ customer: [{ errcode: 40128 }] })
  corp.clock.set('2026-05-29T16:00:00.000Z')
  expect(attempt()).toMatchObject({ customer: [{ errcode: 0 }] })
})

test.for([
  ['the same member', 'ben', {}, { from: 'ben', to: 'ben' }, 'wm2', 40130],
  ['unknown customer', 'ben', {}, { from: 'anna', to: 'ben' }, 'unknown', 40096],
  ['not theirs', 'ben', {}, { from: 'anna', to: 'ben' }, 'wm4', 40131],
  ['without the feature', 'ben', { customer_contact: false }, { from: 'anna', to: 'ben' }, 'wm2', 84074],
  ['not verified', 'ben', { verified: false }, { from: 'anna', to: 'ben' }, 'wm2', 40098],
  ['banned', 'ben', { banned: true }, { from: 'anna', to: 'ben' }, 'wm2', 40143],
  ['no login', 'ben', { last_login_at: smallCorpTime - 366 * day }, { from: 'anna', to: 'ben' }, 'wm2', 40205],
  ['full', 'ben', { customer_limit: 0 }, { from: 'anna', to: 'ben' }, 'wm2', 40099],
] as const)('transfer_customer: %s', ([, userid, change, pair, external_userid, errcode]) => {
  const { corp, caller } = open(userid, change)
  const before = corp.state()

  expect(transfer(caller, [external_userid], pair)).toMatchObject({
    errcode: 0,
    customer: [{ external_userid, errcode }],
  })
  expect(corp.state()).toEqual(before)
})

test('transfer_customer: each customer for itself, nobody twice', () => {
  const { caller } = open()

  expect(transfer(caller, ['wm2', 'unknown', 'wm2'])).toMatchObject({
    errcode: 0,
    customer: [{ errcode: 0 }, { errcode: 40096 }, { errcode: 40129 }],
  })
})

test('transfer_customer: errors that refuse the whole call', () => {
  const { caller } = open()
  const many = Array.from({ length: 101 }, () => 'wm1')

  expect(transfer(caller, ['wm1'], { from: 'nobody', to: 'ben' })).toMatchObject({ errcode: 60111, customer: [] })
  expect(transfer(caller, ['wm1'], { from: 'anna', to: 'carl' })).toMatchObject({ errcode: 60111, customer: [] })
  expect(transfer(caller, ['wm4'], { from: 'carl', to: 'ben' })).toMatchObject({ errcode: 60111, customer: [] })
  expect(transfer(caller, [])).toMatchObject({ errcode: 40058, customer: [] })
  expect(transfer(caller, many)).toMatchObject({ errcode: 40058, customer: [] })
})

test('get_unassigned_list: customers of resigned members, until they are transferred', () => {
  const { corp, caller } = open()
  const list = (): unknown => createRawCaller(corp).post('externalcontact/get_unassigned_list', {})
  const body = { handover_userid: 'carl', takeover_userid: 'ben', external_userid: ['wm4', 'wm1'] }
  const entry = { handover_userid: 'carl', external_userid: 'wm4', dimission_time: smallCorpTime - day }

  expect(list()).toEqual({ errcode: 0, errmsg: 'ok', info: [entry], is_last: true, next_cursor: '' })
  expect(caller.post('externalcontact/resigned/transfer_customer', body)).toMatchObject({
    customer: [{ errcode: 0 }, { errcode: 40131 }],
  })
  expect(list()).toMatchObject({ info: [] })
  corp.clock.advance({ hours: 24 })
  expect(results(corp, 'resigned/')).toMatchObject({ customer: [{ external_userid: 'wm4', status: 1 }] })
  expect(results(corp)).toMatchObject({ customer: [] })
  expect(corp.follows.find('ben', 'wm4')).toBeDefined()
})

test('get_unassigned_list: by cursor and by page number', () => {
  const state = smallCorp()
  const corp = createFakeCorp({
    state: { ...state, follows: ['wm1', 'wm2', 'wm4'].map((external_userid) => follow('carl', external_userid)) },
  })
  const caller = createRawCaller(corp)
  const list = (body: object): Record<string, unknown> => caller.post('externalcontact/get_unassigned_list', body)

  const first = list({ page_size: 2 })
  expect(first).toMatchObject({ info: [{ external_userid: 'wm1' }, { external_userid: 'wm2' }], is_last: false })
  const rest = { info: [{ external_userid: 'wm4' }], is_last: true, next_cursor: '' }
  expect(list({ page_size: 2, cursor: first['next_cursor'] })).toMatchObject(rest)
  expect(list({ page_size: 2, cursor: first['next_cursor'], page_id: 0 })).toMatchObject(rest)
  const second = list({ page_size: 2, page_id: 1, cursor: '' })
  expect(second).toMatchObject({ info: [{ external_userid: 'wm4' }], is_last: true })
  expect(second).not.toHaveProperty('next_cursor')
  expect(list({ page_size: 1000, page_id: 50 })).toMatchObject({ errcode: 40058, info: [] })
  expect(list({ page_size: 1001 })).toMatchObject({ errcode: 40058 })
})

test('resigned/transfer_customer: refuses members on the job', () => {
  const { caller } = open()
  const body = { handover_userid: 'anna', takeover_userid: 'ben', external_userid: ['wm1'] }

  expect(caller.post('externalcontact/resigned/transfer_customer', body)).toMatchObject({
    errcode: 40097,
    customer: [],
  })
})

test('resigned/transfer_customer: not more than a year later', () => {
  const { caller } = open('carl', { resigned_at: smallCorpTime - 366 * day })
  const body = { handover_userid: 'carl', takeover_userid: 'ben', external_userid: ['wm4'] }

  expect(caller.post('externalcontact/resigned/transfer_customer', body)).toMatchObject({
    customer: [{ errcode: 40205 }],
  })
})

test('the old calls: one customer, from members of both kinds', () => {
  const { corp, caller } = open()
  const call = (path: string, from: string, external_userid: string): unknown =>
    caller.post(`externalcontact/${path}`, { external_userid, handover_userid: from, takeover_userid: 'ben' })

  expect(call('get_transfer_result', 'anna', 'wm2')).toMatchObject({ status: 5, takeover_time: 0 })
  expect(call('transfer', 'anna', 'wm2')).toEqual({ errcode: 0, errmsg: 'ok' })
  expect(call('transfer', 'carl', 'wm4')).toEqual({ errcode: 0, errmsg: 'ok' })
  expect(call('transfer', 'anna', 'wm2')).toMatchObject({ errcode: 40129 })
  expect(call('transfer', 'anna', 'unknown')).toMatchObject({ errcode: 40096 })
  expect(call('get_transfer_result', 'anna', 'wm2')).toEqual({
    errcode: 0,
    errmsg: 'ok',
    status: 2,
    takeover_time: smallCorpTime + day,
  })
  expect(call('get_transfer_result', 'anna', 'unknown')).toMatchObject({ errcode: 40096 })
  corp.clock.advance({ hours: 24 })
  expect(corp.follows.ofMember('ben').map(({ external_userid }) => external_userid)).toEqual(['wm2', 'wm4'])
})

test('transfer_customer: members without customer contact have no customers', () => {
  const { caller } = open()

  expect(transfer(caller, ['wm5'], { from: 'emil', to: 'ben' })).toMatchObject({ customer: [{ errcode: 40131 }] })
})
