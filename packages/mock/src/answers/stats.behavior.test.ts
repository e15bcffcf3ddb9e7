import { expect, test } from 'vitest'
import { createFakeCorp, type FakeCorp } from '../createFakeCorp.ts'
import { createRawCaller } from '../fixtures/rawCaller.ts'
import { follow, smallCorp, smallCorpTime } from '../fixtures/smallCorp.ts'

const path = 'externalcontact/get_user_behavior_data'
const day = 86_400
// In unix seconds: 00:00 in Beijing. `smallCorpTime` is 17:00 on the same day.
const today = smallCorpTime - 17 * 3600

function read(corp: FakeCorp, body: object): Record<string, unknown>[] {
  const params = { start_time: smallCorpTime, end_time: smallCorpTime, ...body }
  return createRawCaller(corp).post(path, params)['behavior_data'] as Record<string, unknown>[]
}

const nothing = { chat_cnt: 0, message_cnt: 0, negative_feedback_cnt: 0, new_apply_cnt: 0, new_contact_cnt: 0 }

test('a row for each day, by the calendar of Beijing, without figures that need chats', () => {
  const corp = createFakeCorp({ state: smallCorp() })

  expect(read(corp, { userid: ['anna'], start_time: smallCorpTime - day })).toEqual([
    { stat_time: today - day, ...nothing },
    { stat_time: today, ...nothing },
  ])
})

test('chats: who began them, who answered, and how fast; summed over members', () => {
  const corp = createFakeCorp({ state: smallCorp() })
  const [anna1, anna2, dora1] = [
    { userid: 'anna', external_userid: 'wm1' },
    { userid: 'anna', external_userid: 'wm2' },
    { userid: 'dora', external_userid: 'wm1' },
  ]
  corp.people.customerWritesToMember(anna1)
  corp.people.customerWritesToMember(dora1)
  corp.people.customerWritesToMember({ userid: 'anna', external_userid: 'wo3' })
  corp.people.memberWritesToCustomer(anna2)
  corp.clock.advance({ minutes: 10 })
  corp.people.memberWritesToCustomer(anna1)
  corp.people.memberWritesToCustomer(anna1)
  corp.people.customerWritesToMember(anna2)
  corp.clock.advance({ minutes: 20 })
  corp.people.memberWritesToCustomer(dora1)

  expect(read(corp, { userid: ['anna'] })).toMatchObject([
    { chat_cnt: 2, message_cnt: 3, reply_percentage: 50, avg_reply_time: 10 },
  ])
  expect(read(corp, { userid: ['anna'], partyid: [3] })).toMatchObject([
    { chat_cnt: 3, message_cnt: 4, reply_percentage: 66.67, avg_reply_time: 20 },
  ])
  // The answer on the next day counts as a chat of the next day.
  corp.clock.advance({ hours: 7 })
  corp.people.memberWritesToCustomer({ userid: 'anna', external_userid: 'wo3' })
  const nextDay = read(corp, { userid: ['anna'], start_time: today + day, end_time: today + day })
  expect(nextDay).toEqual([{ stat_time: today + day, ...nothing, chat_cnt: 1, message_cnt: 1 }])
})

test('customers: added, by whom, and who deleted the member; kept after the member deleted them', () => {
  const given = smallCorp()
  const added = { ...follow('ben', 'wm2'), createtime: today, oper_userid: 'ben' }
  const corp = createFakeCorp({
    state: { ...given, follows: [...(given.follows ?? []), added, { ...follow('ben', 'wo3'), createtime: today - 1 }] },
  })
  const ben = { userid: ['ben'], start_time: smallCorpTime - day }
  const expected = [
    { stat_time: today - day, ...nothing, new_contact_cnt: 1 },
    { stat_time: today, ...nothing, new_contact_cnt: 1, new_apply_cnt: 1 },
  ]

  expect(read(corp, ben)).toEqual(expected)
  corp.people.memberDeletesCustomer({ userid: 'ben', external_userid: 'wm2' })
  expect(read(corp, ben)).toEqual(expected)
  corp.people.customerDeletesMember({ userid: 'ben', external_userid: 'wo3' })
  expect(read(corp, ben)).toMatchObject([{}, { negative_feedback_cnt: 1 }])
  expect(() => corp.people.customerWritesToMember({ userid: 'ben', external_userid: 'wo3' })).toThrow(
    'has deleted member',
  )
  expect(createFakeCorp({ state: corp.state() }).state()).toEqual(corp.state())
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
  const caller = createRawCaller(createFakeCorp({ state: smallCorp() }), secret)
  const params = { start_time: smallCorpTime, end_time: smallCorpTime, ...body }

  expect(caller.post(path, params)).toMatchObject({ errcode, behavior_data: [] })
})

test('180 days back, 30 days at once', () => {
  const corp = createFakeCorp({ state: smallCorp() })
  const span = { userid: ['anna'], start_time: today - 180 * day, end_time: today - 150 * day }

  expect(read(corp, span)).toHaveLength(31)
})

test('a customer without an answer: no percentage and no reply time', () => {
  const corp = createFakeCorp({ state: smallCorp() })
  corp.people.customerWritesToMember({ userid: 'anna', external_userid: 'wm1' })

  expect(read(corp, { userid: ['anna'] })).toMatchObject([{ reply_percentage: 0, avg_reply_time: 0 }])
})

test('requests of members count on the day when they were sent, customers on the day when they agreed', () => {
  const corp = createFakeCorp({ state: smallCorp() })
  const counts = (at = 0): unknown =>
    read(corp, { userid: ['ben'], start_time: today + at, end_time: today + at }).map(
      ({ new_apply_cnt, new_contact_cnt }) => [new_apply_cnt, new_contact_cnt],
    )
  const { events } = corp.people.memberAddsCustomer({ userid: 'ben', external_userid: 'wm2' })
  expect(events).toMatchObject([{ ChangeType: 'add_external_contact', UserID: 'ben', WelcomeCode: expect.any(String) }])
  expect(counts()).toEqual([[1, 1]])

  const request = corp.people.memberAddsCustomer({ userid: 'ben', external_userid: 'wm4', accepted: false })
  expect(request.events).toEqual([])
  expect(counts()).toEqual([[2, 1]])
  corp.clock.advance({ days: 1 })
  const { follow: added } = corp.people.customerAcceptsMember({ userid: 'ben', external_userid: 'wm4' })
  expect(added).toMatchObject({ oper_userid: 'ben', asked_at: smallCorpTime, createtime: smallCorpTime + day })
  expect([counts(), counts(day)]).toEqual([[[2, 1]], [[0, 1]]])
  corp.people.memberDeletesCustomer({ userid: 'ben', external_userid: 'wm4' })
  expect([counts(), counts(day)]).toEqual([[[2, 1]], [[0, 1]]])
  expect(createFakeCorp({ state: corp.state() }).state()).toEqual(corp.state())
})

test('the sender of a request cannot accept it', () => {
  const corp = createFakeCorp({ state: smallCorp() })
  const pair = { userid: 'ben', external_userid: 'wm2' }
  corp.people.memberAddsCustomer({ ...pair, accepted: false })

  expect(() => corp.people.memberAcceptsCustomer(pair)).toThrow(
    'Customer wm2 has not asked to add member ben; open requests: ben to wm2',
  )
  expect(() => corp.people.customerAcceptsMember({ ...pair, userid: 'anna' })).toThrow(
    'Member anna has not asked to add customer wm2',
  )
})
