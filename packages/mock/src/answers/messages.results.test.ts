import { expect, test } from 'vitest'
import { openSending } from '../fixtures/openSending.ts'
import { createRawCaller, type RawCaller } from '../fixtures/rawCaller.ts'
import { smallCorpTime } from '../fixtures/smallCorp.ts'

const everybody = { external_userid: ['wm1', 'wm2', 'wo3'] }
const window = { start_time: smallCorpTime - 100, end_time: smallCorpTime + 100 }

test.for(['remind_groupmsg_send', 'cancel_groupmsg_send', 'get_groupmsg_task', 'get_group_msg_result'])(
  '%s: a msgid that is missing or unknown',
  (path) => {
    const { call, corp } = openSending()
    const { msgid } = corp.people.memberSendsMassMessage({ userid: 'dora', text: '你好' })
    const sales = createRawCaller(corp, 'secret-sales')

    expect(call(path, {})).toMatchObject({ errcode: 41046 })
    expect(call(path, { msgid: 'msg0' })).toMatchObject({ errcode: 41047 })
    expect(sales.post(`externalcontact/${path}`, { msgid })).toMatchObject({ errcode: 41047 })
  },
)

test('a message sent by hand can be neither reminded of nor cancelled', () => {
  const { corp, call } = openSending()
  const { msgid } = corp.people.memberSendsMassMessage({ userid: 'dora', text: '你好' })

  expect(call('remind_groupmsg_send', { msgid })).toMatchObject({ errcode: 41047 })
  expect(call('cancel_groupmsg_send', { msgid })).toMatchObject({ errcode: 41047 })
  expect(call('get_groupmsg_task', { msgid })).toMatchObject({ task_list: [{ userid: 'dora', status: 2 }] })
})

test('tasks and results: of visible members only', () => {
  const { corp, create } = openSending()
  const sales = createRawCaller(corp, 'secret-sales')
  corp.people.memberWritesToCustomer({ userid: 'dora', external_userid: 'wm1' })
  const msgid = create(everybody)

  expect(corp.massMessages.find(msgid)?.tasks).toHaveLength(2)
  expect(sales.post('externalcontact/get_groupmsg_task', { msgid })).toMatchObject({ task_list: [{ userid: 'anna' }] })
  const results = sales.post('externalcontact/get_group_msg_result', { msgid })
  expect(results).toMatchObject({ detail_list: [{ external_userid: 'wm2' }, { external_userid: 'wo3' }] })
  expect(sales.post('externalcontact/get_groupmsg_send_result', { msgid, userid: 'dora' })).toMatchObject({
    errcode: 40003,
  })
})

test('results: only of members who were asked', () => {
  const { create, call } = openSending()
  const msgid = create(everybody)

  expect(call('get_groupmsg_send_result', { msgid })).toMatchObject({ errcode: 41009, send_list: [] })
  expect(call('get_groupmsg_send_result', { msgid, userid: 'ben' })).toMatchObject({ errcode: 40003 })
})

test('list: window, creator and kind; an app sees what concerns its members, also when they have left', () => {
  const { corp, create, call } = openSending()
  const created = create(everybody)
  const { msgid: sent } = corp.people.memberSendsMassMessage({ userid: 'dora', text: '你好' })
  const list = (body: object, caller?: RawCaller): unknown => {
    const params = { ...window, chat_type: 'single', ...body }
    const answer = caller
      ? caller.post('externalcontact/get_groupmsg_list_v2', params)
      : call('get_groupmsg_list_v2', params)
    return (answer['group_msg_list'] as { msgid: string }[]).map(({ msgid }) => msgid)
  }

  expect(call('get_groupmsg_list_v2', { ...window, chat_type: 'single' })).toEqual({
    errcode: 0,
    errmsg: 'ok',
    group_msg_list: [
      { msgid: created, create_time: smallCorpTime, create_type: 0, text: { content: '你好' } },
      { msgid: sent, creator: 'dora', create_time: smallCorpTime, create_type: 1, text: { content: '你好' } },
    ],
    next_cursor: '',
  })
  expect([list({ filter_type: 0 }), list({ filter_type: 1 }), list({ filter_type: 2 })]).toEqual([
    [created],
    [sent],
    [created, sent],
  ])
  expect([list({ creator: 'dora' }), list({ creator: 'anna' })]).toEqual([[sent], []])
  expect(list({ start_time: smallCorpTime + 1 })).toEqual([])
  expect(list({ end_time: smallCorpTime - 1 })).toEqual([])
  corp.people.memberLeaves({ userid: 'anna' })
  expect(list({}, createRawCaller(corp, 'secret-sales'))).toEqual([created])
  const tooLong = { ...window, chat_type: 'single', end_time: window.start_time + 31 * 86_400 + 1 }
  expect(call('get_groupmsg_list_v2', tooLong)).toMatchObject({ errcode: 40058, group_msg_list: [] })
  expect(call('get_groupmsg_list_v2', window)).toMatchObject({ errcode: 40058 })
})

test('pages: more than the maximum counts as the default', () => {
  const { corp, call, create } = openSending()
  for (let index = 0; index < 60; index++) corp.people.memberSendsMassMessage({ userid: 'dora', text: '你好' })
  const list = (body: object): Record<string, unknown> =>
    call('get_groupmsg_list_v2', { ...window, chat_type: 'single', ...body })

  expect(list({})['group_msg_list']).toHaveLength(50)
  expect(list({ limit: 100 })['group_msg_list']).toHaveLength(60)
  const first = list({ limit: 101 })
  expect(first['group_msg_list']).toHaveLength(50)
  expect(list({ limit: 101, cursor: first['next_cursor'] })).toMatchObject({ next_cursor: '' })
  expect(list({ cursor: 'x' })).toMatchObject({ errcode: 50100 })
  corp.clock.set('2026-04-01T00:00:00.000Z')
  const msgid = create({ ...everybody, sender: 'anna' })
  const page = call('get_groupmsg_send_result', { msgid, userid: 'anna', limit: 2 })
  const rest = call('get_groupmsg_send_result', { msgid, userid: 'anna', limit: 2, cursor: page['next_cursor'] })
  expect(page).toMatchObject({ send_list: [{ external_userid: 'wm1' }, { external_userid: 'wm2' }] })
  expect(rest).toMatchObject({ send_list: [{ external_userid: 'wo3' }], next_cursor: '' })
})

test('the older result: all senders in one list, in both generations of its form', () => {
  const { corp, create, call } = openSending()
  const msgid = create({ external_userid: ['wm1', 'wm2'] })
  corp.people.memberConfirmsMassMessage({ userid: 'anna', msgid })

  expect(call('get_group_msg_result', { msgid })).toEqual({
    errcode: 0,
    errmsg: 'ok',
    check_status: 1,
    detail_list: [
      { external_userid: 'wm1', userid: 'anna', status: 1, send_time: smallCorpTime },
      { external_userid: 'wm2', userid: 'anna', status: 1, send_time: smallCorpTime },
    ],
    next_cursor: '',
  })
})

test('messages from before 17 November 2020 have no tasks; the older result knows them', () => {
  const old = Date.parse('2020-11-16T15:59:59Z') / 1000
  const receipt = { external_userid: 'wm1', status: 1, send_time: old } as const
  const message = { msgid: 'msgOld', chat_type: 'single', create_time: old, create_type: 0 } as const
  const { call } = openSending({
    mass_messages: [{ ...message, tasks: [{ userid: 'anna', send_time: old, deliveries: [receipt] }] }],
  })
  const msgid = 'msgOld'

  expect(call('get_groupmsg_task', { msgid })).toMatchObject({ errcode: 0, task_list: [] })
  expect(call('get_groupmsg_send_result', { msgid, userid: 'anna' })).toMatchObject({ errcode: 0, send_list: [] })
  expect(call('get_group_msg_result', { msgid })).toMatchObject({ detail_list: [receipt] })
})
