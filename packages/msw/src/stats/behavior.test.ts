import { expect, test } from 'vitest'
import { createRawCaller } from '../fixtures/rawCaller.ts'
import { follow, smallCorp, smallCorpTime } from '../fixtures/smallCorp.ts'
import { customerAcceptsMember } from '../people/customerAcceptsMember.ts'
import { customerDeletesMember } from '../people/customerDeletesMember.ts'
import { customerWritesToMember } from '../people/customerWritesToMember.ts'
import { memberAcceptsCustomer } from '../people/memberAcceptsCustomer.ts'
import { memberAddsCustomer } from '../people/memberAddsCustomer.ts'
import { memberDeletesCustomer } from '../people/memberDeletesCustomer.ts'
import { memberWritesToCustomer } from '../people/memberWritesToCustomer.ts'
import { createTenant, type Tenant } from '../tenant/Tenant.ts'

const path = 'externalcontact/get_user_behavior_data'
const day = 86_400
/** Midnight in Beijing, before the time at which the small corp stands. */
const today = smallCorpTime - 17 * 3600

function read(tenant: Tenant, body: object): Record<string, unknown>[] {
  const asked = { start_time: smallCorpTime, end_time: smallCorpTime, ...body }
  return createRawCaller(tenant).post(path, asked)['behavior_data'] as Record<string, unknown>[]
}

const nothing = { chat_cnt: 0, message_cnt: 0, negative_feedback_cnt: 0, new_apply_cnt: 0, new_contact_cnt: 0 }

test('a row for each day, by the calendar of Beijing, without figures that need chats', () => {
  const tenant = createTenant({ seed: smallCorp() })

  expect(read(tenant, { userid: ['anna'], start_time: smallCorpTime - day })).toEqual([
    { stat_time: today - day, ...nothing },
    { stat_time: today, ...nothing },
  ])
})

test('chats: who began them, who answered, and how fast; summed over members', () => {
  const tenant = createTenant({ seed: smallCorp() })
  const [anna1, anna2, dora1] = [
    { userid: 'anna', external_userid: 'wm1' },
    { userid: 'anna', external_userid: 'wm2' },
    { userid: 'dora', external_userid: 'wm1' },
  ]
  customerWritesToMember(tenant, anna1)
  customerWritesToMember(tenant, dora1)
  customerWritesToMember(tenant, { userid: 'anna', external_userid: 'wo3' })
  memberWritesToCustomer(tenant, anna2)
  tenant.clock.advance({ minutes: 10 })
  memberWritesToCustomer(tenant, anna1)
  memberWritesToCustomer(tenant, anna1)
  customerWritesToMember(tenant, anna2)
  tenant.clock.advance({ minutes: 20 })
  memberWritesToCustomer(tenant, dora1)

  expect(read(tenant, { userid: ['anna'] })).toMatchObject([
    { chat_cnt: 2, message_cnt: 3, reply_percentage: 50, avg_reply_time: 10 },
  ])
  expect(read(tenant, { userid: ['anna'], partyid: [3] })).toMatchObject([
    { chat_cnt: 3, message_cnt: 4, reply_percentage: 66.67, avg_reply_time: 20 },
  ])
  // The answer of the next day counts as a chat of that day.
  tenant.clock.advance({ hours: 7 })
  memberWritesToCustomer(tenant, { userid: 'anna', external_userid: 'wo3' })
  const nextDay = read(tenant, { userid: ['anna'], start_time: today + day, end_time: today + day })
  expect(nextDay).toEqual([{ stat_time: today + day, ...nothing, chat_cnt: 1, message_cnt: 1 }])
})

test('customers: added, by whom, and who deleted the member; kept after the member deleted them', () => {
  const corp = smallCorp()
  const asked = { ...follow('ben', 'wm2'), createtime: today, oper_userid: 'ben' }
  const tenant = createTenant({
    seed: { ...corp, follows: [...(corp.follows ?? []), asked, { ...follow('ben', 'wo3'), createtime: today - 1 }] },
  })
  const ben = { userid: ['ben'], start_time: smallCorpTime - day }
  const expected = [
    { stat_time: today - day, ...nothing, new_contact_cnt: 1 },
    { stat_time: today, ...nothing, new_contact_cnt: 1, new_apply_cnt: 1 },
  ]

  expect(read(tenant, ben)).toEqual(expected)
  memberDeletesCustomer(tenant, { userid: 'ben', external_userid: 'wm2' })
  expect(read(tenant, ben)).toEqual(expected)
  customerDeletesMember(tenant, { userid: 'ben', external_userid: 'wo3' })
  expect(read(tenant, ben)).toMatchObject([{}, { negative_feedback_cnt: 1 }])
  expect(() => customerWritesToMember(tenant, { userid: 'ben', external_userid: 'wo3' })).toThrow('has deleted member')
  expect(createTenant({ seed: tenant.state() }).state()).toEqual(tenant.state())
})

test.for([
  [{ userid: ['nobody'] }, 'secret-all', 40031],
  [{ userid: ['dora'] }, 'secret-sales', 60011],
  [{ partyid: [9] }, 'secret-all', 60003],
  [{ partyid: [3] }, 'secret-sales', 60011],
  [{}, 'secret-all', 40058],
  [{ userid: ['anna'], start_time: today - 180 * day - 1, end_time: today - 170 * day }, 'secret-all', 40058],
  [{ userid: ['anna'], end_time: today + day }, 'secret-all', 40058],
  [{ userid: ['anna'], start_time: today - 31 * day }, 'secret-all', 40058],
  [{ userid: ['anna'], end_time: today - 1 }, 'secret-all', 40058],
] as const)('%j (%s) gets %i', ([body, secret, errcode]) => {
  const caller = createRawCaller(createTenant({ seed: smallCorp() }), secret)
  const asked = { start_time: smallCorpTime, end_time: smallCorpTime, ...body }

  expect(caller.post(path, asked)).toMatchObject({ errcode, behavior_data: [] })
})

test('180 days back, 30 days at once', () => {
  const tenant = createTenant({ seed: smallCorp() })
  const span = { userid: ['anna'], start_time: today - 180 * day, end_time: today - 150 * day }

  expect(read(tenant, span)).toHaveLength(31)
})

test('a customer whom nobody answered: no share, and no time', () => {
  const tenant = createTenant({ seed: smallCorp() })
  customerWritesToMember(tenant, { userid: 'anna', external_userid: 'wm1' })

  expect(read(tenant, { userid: ['anna'] })).toMatchObject([{ reply_percentage: 0, avg_reply_time: 0 }])
})

test('requests of members count on the day when they were sent, customers on the day when they agreed', () => {
  const tenant = createTenant({ seed: smallCorp() })
  const counts = (at = 0): unknown =>
    read(tenant, { userid: ['ben'], start_time: today + at, end_time: today + at }).map(
      ({ new_apply_cnt, new_contact_cnt }) => [new_apply_cnt, new_contact_cnt],
    )
  const { events } = memberAddsCustomer(tenant, { userid: 'ben', external_userid: 'wm2' })
  expect(events).toMatchObject([{ ChangeType: 'add_external_contact', UserID: 'ben', WelcomeCode: expect.any(String) }])
  expect(counts()).toEqual([[1, 1]])

  const asked = memberAddsCustomer(tenant, { userid: 'ben', external_userid: 'wm4', accepted: false })
  expect(asked.events).toEqual([])
  expect(counts()).toEqual([[2, 1]])
  tenant.clock.advance({ days: 1 })
  const { follow: added } = customerAcceptsMember(tenant, { userid: 'ben', external_userid: 'wm4' })
  expect(added).toMatchObject({ oper_userid: 'ben', asked_at: smallCorpTime, createtime: smallCorpTime + day })
  expect([counts(), counts(day)]).toEqual([[[2, 1]], [[0, 1]]])
  memberDeletesCustomer(tenant, { userid: 'ben', external_userid: 'wm4' })
  expect([counts(), counts(day)]).toEqual([[[2, 1]], [[0, 1]]])
  expect(createTenant({ seed: tenant.state() }).state()).toEqual(tenant.state())
})

test('who asked cannot be who accepts', () => {
  const tenant = createTenant({ seed: smallCorp() })
  const pair = { userid: 'ben', external_userid: 'wm2' }
  memberAddsCustomer(tenant, { ...pair, accepted: false })

  expect(() => memberAcceptsCustomer(tenant, pair)).toThrow(
    'Customer wm2 asks ben for nothing; requests: there is ben to wm2',
  )
  expect(() => customerAcceptsMember(tenant, { ...pair, userid: 'anna' })).toThrow('Member anna asks wm2 for nothing')
})
