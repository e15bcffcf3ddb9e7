import { expect, test } from 'vitest'
import { createFakeCorp, type FakeCorp } from '../createFakeCorp.ts'
import { groupCorp } from '../fixtures/groupCorp.ts'
import { createRawCaller } from '../fixtures/rawCaller.ts'
import { smallCorpTime } from '../fixtures/smallCorp.ts'

const byDay = 'externalcontact/groupchat/statistic_group_by_day'
const byOwner = 'externalcontact/groupchat/statistic'
const day = 86_400
const today = smallCorpTime - 17 * 3600

/** Simulates three days: on the first, group chats are created; on the second, people write; on the third, people leave. */
function threeDays(): FakeCorp {
  const corp = createFakeCorp({ state: groupCorp() })
  const { chat_id } = corp.people.memberOpensGroup({ userid: 'anna', external_userid: ['wm1', 'wm2'] })
  corp.people.groupMessageSent({ chat_id, from: 'wm1' })
  corp.people.groupMessageSent({ chat_id, from: 'wm1' })
  corp.people.groupMessageSent({ chat_id: 'wrDora', from: 'dora' })
  corp.people.customerJoinsGroup({ chat_id: 'wrDora', external_userid: 'wm2' })
  corp.clock.advance({ days: 1 })
  corp.people.groupMessageSent({ chat_id, from: 'anna' })
  corp.people.customerLeavesGroup({ chat_id, external_userid: 'wm1' })
  corp.people.ownerChanges({ chat_id: 'wrAnna', userid: 'ben' })
  corp.clock.advance({ days: 1 })
  corp.people.groupDismissed({ chat_id })
  corp.clock.advance({ days: 1 })
  return corp
}

const span = { day_begin_time: today, day_end_time: today + 2 * day }

test('by day: new ones and totals at the end of the day, owners together', () => {
  const corp = threeDays()
  const answer = createRawCaller(corp).post(byDay, { ...span, owner_filter: { userid_list: ['anna'] } })

  expect(answer).toEqual({
    errcode: 0,
    errmsg: 'ok',
    items: [
      {
        stat_time: today,
        data: {
          new_chat_cnt: 1,
          chat_total: 2,
          chat_has_msg: 1,
          new_member_cnt: 3,
          member_total: 7,
          member_has_msg: 1,
          msg_total: 2,
        },
      },
      {
        stat_time: today + day,
        data: {
          new_chat_cnt: 0,
          chat_total: 1,
          chat_has_msg: 1,
          new_member_cnt: 0,
          member_total: 2,
          member_has_msg: 1,
          msg_total: 3,
        },
      },
      { stat_time: today + 2 * day, data: expect.objectContaining({ chat_total: 0, member_total: 0, msg_total: 3 }) },
    ],
  })
  const together = createRawCaller(corp).post(byDay, {
    day_begin_time: today + 5,
    owner_filter: { userid_list: ['anna', 'dora', 'anna'] },
  })
  expect(together).toMatchObject({
    items: [{ stat_time: today, data: { chat_total: 3, new_member_cnt: 4, msg_total: 3 } }],
  })
  expect(createFakeCorp({ state: corp.state() }).state()).toEqual(corp.state())
})

function owners(answer: Record<string, unknown>): string[] {
  return (answer['items'] as { owner: string }[]).map(({ owner }) => owner)
}

test('by owner: one row for each owner of groups, sorted and paged', () => {
  const corp = threeDays()
  const read = (more: object): Record<string, unknown> =>
    createRawCaller(corp).post(byOwner, {
      day_begin_time: today,
      owner_filter: { userid_list: ['dora', 'anna', 'fay'] },
      ...more,
    })

  expect(read({})).toMatchObject({
    total: 2,
    next_offset: 2,
    items: [
      { owner: 'anna', data: { new_chat_cnt: 1, chat_total: 2, new_member_cnt: 3, member_total: 7 } },
      { owner: 'dora', data: { new_chat_cnt: 0, chat_total: 1, new_member_cnt: 1, member_total: 3 } },
    ],
  })
  for (const order_by of [1, 2, 3, 4]) expect(owners(read({ order_by, order_asc: 1 }))).toEqual(['dora', 'anna'])
  expect(read({ limit: 1 })).toMatchObject({ total: 2, next_offset: 1, items: [{ owner: 'anna' }] })
  expect(read({ limit: 1, offset: 1 })).toMatchObject({ total: 2, next_offset: 2, items: [{ owner: 'dora' }] })
  expect(read({ ...span, owner_filter: { userid_list: ['ben'] } })).toMatchObject({
    items: [{ owner: 'ben', data: { new_chat_cnt: 0, chat_total: 1, member_total: 4 } }],
  })
})

test.for([byDay, byOwner])('%s: refused', (path) => {
  const corp = createFakeCorp({ state: groupCorp() })
  const ask = (body: object, secret?: string): unknown =>
    createRawCaller(corp, secret).post(path, {
      day_begin_time: today - day,
      owner_filter: { userid_list: ['anna'] },
      ...body,
    })['errcode']

  expect(ask({})).toBe(0)
  expect(ask({ day_begin_time: today - 180 * day })).toBe(0)
  expect(ask({ day_begin_time: today })).toBe(40058)
  expect(ask({ day_begin_time: today - 181 * day })).toBe(40058)
  expect(ask({ day_begin_time: today - 40 * day, day_end_time: today - day })).toBe(40058)
  expect(ask({ owner_filter: { userid_list: [] } })).toBe(0)
  expect(ask({ owner_filter: { userid_list: ['nobody'] } })).toBe(60011)
  expect(ask({ owner_filter: { userid_list: ['dora'] } }, 'secret-sales')).toBe(60011)
  if (path === byOwner)
    expect([ask({ limit: 1001 }), ask({ limit: '5' }), ask({ limit: 'x' })]).toEqual([600041, 0, 40058])
})

test.for([byDay, byOwner])('%s: without owners, everybody in sight, of whom there may be a thousand', (path) => {
  const given = groupCorp()
  const corp = createFakeCorp({ state: given })
  const ask = (body: object = {}, secret?: string): Record<string, unknown> =>
    createRawCaller(corp, secret).post(path, { day_begin_time: today - day, ...body })

  expect(ask()).toEqual(ask({ owner_filter: { userid_list: ['anna', 'ben', 'dora', 'emil', 'fay'] } }))
  expect(ask({}, 'secret-sales')).toEqual(ask({ owner_filter: { userid_list: ['anna', 'ben'] } }, 'secret-sales'))
  const others = Array.from({ length: 995 }, (_, index) => ({
    userid: `m${index}`,
    name: '人',
    department: [3],
    customer_contact: false,
    verified: true,
  }))
  const members = [...(given.members ?? []), ...others]
  corp.reset({ ...given, members })
  expect(ask()).toMatchObject({ errcode: 0 })
  corp.reset({ ...given, members: [...members, ...others.slice(0, 1).map((one) => ({ ...one, userid: 'late' }))] })
  expect(ask()).toMatchObject({ errcode: 81017 })
  expect(ask({}, 'secret-sales')).toMatchObject({ errcode: 0 })
})
