import { expect, test } from 'vitest'
import { createFakeCorp, type FakeCorp } from '../createFakeCorp.ts'
import { groupChat, groupCorp, joined } from '../fixtures/groupCorp.ts'
import { createRawCaller } from '../fixtures/rawCaller.ts'
import { smallCorpTime } from '../fixtures/smallCorp.ts'
import type { PartialState } from '../state/CorpState.ts'

const resigned = 'externalcontact/groupchat/transfer'
const onjob = 'externalcontact/groupchat/onjob_transfer'

function open(state: PartialState = groupCorp()): {
  corp: FakeCorp
  call: (path: string, body: object) => Record<string, unknown>
} {
  const corp = createFakeCorp({ state })
  return { corp, call: (path, body) => createRawCaller(corp).post(path, body) }
}

function failures(answer: Record<string, unknown>): Record<string, number> {
  const list = (answer['failed_chat_list'] ?? []) as { chat_id: string; errcode: number }[]
  return Object.fromEntries(list.map(({ chat_id, errcode }) => [chat_id, errcode]))
}

test('resigned owners: moved at once, each failure with its own errcode, safe to repeat', () => {
  const { corp, call } = open()
  const answer = call(resigned, { chat_id_list: ['wrCarl', 'wrAnna', 'wrEmil', 'wrNone'], new_owner: 'ben' })

  expect(answer).toMatchObject({ errcode: 0, errmsg: 'ok' })
  expect(failures(answer)).toEqual({ wrAnna: 90500, wrEmil: 90501, wrNone: 90501 })
  expect(JSON.stringify(answer)).toContain('the owner of this chat is not resigned, hint: [')
  expect(call('externalcontact/groupchat/get', { chat_id: 'wrCarl' })).toMatchObject({
    group_chat: { owner: 'ben', member_list: [{ userid: 'wm4' }, { userid: 'ben', type: 1 }] },
  })
  expect(call('externalcontact/groupchat/list', { limit: 9, status_filter: 3 })).toMatchObject({
    group_chat_list: [{ chat_id: 'wrCarl', status: 3 }],
  })
  expect(failures(call(resigned, { chat_id_list: ['wrCarl'], new_owner: 'ben' }))).toEqual({ wrCarl: 90504 })
  expect(failures(call(resigned, { chat_id_list: ['wrCarl'], new_owner: 'anna' }))).toEqual({ wrCarl: 90508 })
  expect(corp.events.list()).toEqual([])

  corp.people.memberLeaves({ userid: 'ben' })
  expect(call(resigned, { chat_id_list: ['wrCarl'], new_owner: 'anna' })).toEqual({ errcode: 0, errmsg: 'ok' })
})

test('resigned owners: not while the group is being inherited, and not after a year', () => {
  const given = groupCorp()
  const { corp, call } = open({
    ...given,
    group_chats: [groupChat('wrA', 'carl'), { ...groupChat('wrB', 'carl'), inheriting: true }],
  })
  expect(call('externalcontact/groupchat/list', { limit: 9, owner_filter: { userid_list: ['carl'] } })).toMatchObject({
    group_chat_list: [{ status: 1 }, { status: 2 }],
  })
  expect(failures(call(resigned, { chat_id_list: ['wrB'], new_owner: 'ben' }))).toEqual({ wrB: 90507 })
  corp.clock.advance({ days: 365 })
  expect(failures(call(resigned, { chat_id_list: ['wrA'], new_owner: 'ben' }))).toEqual({ wrA: 40205 })
})

test('on the job: twice within 90 calendar days', () => {
  const { corp, call } = open()
  const give = (new_owner: string): Record<string, number> =>
    failures(call(onjob, { chat_id_list: ['wrAnna'], new_owner }))

  expect(give('anna')).toEqual({ wrAnna: 90504 })
  expect([give('ben'), give('anna'), give('ben')]).toEqual([{}, {}, { wrAnna: 40128 }])
  expect(corp.groupChats.find('wrAnna')?.owner).toBe('anna')
  expect(failures(call(onjob, { chat_id_list: ['wrCarl'], new_owner: 'ben' }))).toEqual({ wrCarl: 90502 })
  // The next midnight in Beijing is seven hours later. Ninety calendar days after the transfers the 91st day begins.
  corp.clock.advance({ days: 89, hours: 6 })
  expect(give('ben')).toEqual({ wrAnna: 40128 })
  corp.clock.advance({ hours: 1 })
  expect(give('ben')).toEqual({})
})

test('300 groups of one owner a day, to new owners', () => {
  const ids = Array.from({ length: 301 }, (_, index) => `wr${index}`)
  const { corp, call } = open({ ...groupCorp(), group_chats: ids.map((id) => groupChat(id, 'anna')) })
  for (const from of [0, 100, 200]) {
    expect(failures(call(onjob, { chat_id_list: ids.slice(from, from + 100), new_owner: 'ben' }))).toEqual({})
  }

  expect(failures(call(onjob, { chat_id_list: ['wr300'], new_owner: 'ben' }))).toEqual({ wr300: 40128 })
  corp.clock.advance({ hours: 7 })
  expect(failures(call(onjob, { chat_id_list: ['wr300'], new_owner: 'ben' }))).toEqual({})
})

test('a full group takes only an owner who is in it', () => {
  const full = { ...groupChat('wrFull', 'anna', [joined('ben', 1)]), member_limit: 2 }
  const { call } = open({ ...groupCorp(), group_chats: [full] })

  expect(failures(call(onjob, { chat_id_list: ['wrFull'], new_owner: 'dora' }))).toEqual({ wrFull: 90503 })
  expect(failures(call(onjob, { chat_id_list: ['wrFull'], new_owner: 'ben' }))).toEqual({})
})

test.for([
  [{ chat_id_list: ['wrCarl'], new_owner: 'nobody' }, 46004],
  [{ chat_id_list: ['wrCarl'], new_owner: 'carl' }, 46004],
  [{ chat_id_list: ['wrCarl'], new_owner: 'emil' }, 84074],
  [{ chat_id_list: ['wrCarl'], new_owner: 'fay' }, 40098],
  [{ chat_id_list: [], new_owner: 'ben' }, 40058],
  [{ chat_id_list: ['wrCarl'], new_owner: '' }, 40058],
  [{ chat_id_list: Array.from({ length: 101 }, () => 'wrCarl'), new_owner: 'ben' }, 40058],
] as const)('%j gets %i as a whole, both ways', ([body, errcode]) => {
  const { corp } = open()
  const caller = createRawCaller(corp)
  const before = corp.state()

  for (const path of [resigned, onjob]) expect(caller.post(path, body)).toMatchObject({ errcode })
  expect(corp.state()).toEqual(before)
})

test('a new owner has logged in within a year', () => {
  const given = groupCorp()
  const members = given.members?.map((member) =>
    member.userid === 'ben' ? { ...member, last_login_at: smallCorpTime - 366 * 86_400 } : member,
  )
  const { call } = open({ ...given, members })

  expect(call(onjob, { chat_id_list: ['wrAnna'], new_owner: 'ben' })).toMatchObject({ errcode: 40205 })
})
