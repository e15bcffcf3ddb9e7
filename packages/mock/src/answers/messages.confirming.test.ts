import { expect, test } from 'vitest'
import { createFakeCorp } from '../createFakeCorp.ts'
import { openSending } from '../fixtures/openSending.ts'
import { smallCorpTime } from '../fixtures/smallCorp.ts'

const everybody = { external_userid: ['wm1', 'wm2', 'wo3'] }
const window = { start_time: smallCorpTime - 100, end_time: smallCorpTime + 100 }

test('a confirmation changes the task and the results; sent is 2 in one and 1 in the other', () => {
  const { corp, create, call } = openSending()
  const msgid = create(everybody)
  const results = (): unknown => call('get_groupmsg_send_result', { msgid, userid: 'anna' })['send_list']

  expect(call('get_groupmsg_task', { msgid })).toEqual({
    errcode: 0,
    errmsg: 'ok',
    task_list: [{ userid: 'anna', status: 0 }],
    next_cursor: '',
  })
  expect(results()).toEqual(everybody.external_userid.map((id) => ({ external_userid: id, userid: 'anna', status: 0 })))

  corp.clock.advance({ hours: 1 })
  corp.people.customerDeletesMember({ userid: 'anna', external_userid: 'wm2' })
  const told = corp.events.list().length
  const { deliveries, events } = corp.people.memberConfirmsMassMessage({ userid: 'anna', msgid })
  const send_time = smallCorpTime + 3600

  expect(deliveries.map(({ status }) => status)).toEqual([1, 2, 1])
  expect([events, corp.events.list()]).toEqual([[], expect.objectContaining({ length: told })])
  expect(call('get_groupmsg_task', { msgid })).toMatchObject({ task_list: [{ userid: 'anna', status: 2, send_time }] })
  expect(results()).toEqual([
    { external_userid: 'wm1', userid: 'anna', status: 1, send_time },
    { external_userid: 'wm2', userid: 'anna', status: 2 },
    { external_userid: 'wo3', userid: 'anna', status: 1, send_time },
  ])
  expect(() => corp.people.memberConfirmsMassMessage({ userid: 'anna', msgid })).toThrow('has already sent')
})

test('the receiving limit, met between creation and confirmation', () => {
  const { corp, create, call } = openSending({ mass_message_limit: 'day' })
  const [first, second] = [create(everybody), create({ external_userid: ['wm1'] })]
  corp.people.memberConfirmsMassMessage({ userid: 'anna', msgid: second })
  corp.people.memberConfirmsMassMessage({ userid: 'anna', msgid: first })

  expect(call('get_groupmsg_send_result', { msgid: first, userid: 'anna' })).toMatchObject({
    send_list: [{ external_userid: 'wm1', status: 3 }, { status: 1 }, { status: 1 }],
  })
})

test.for([
  ['month', 31, '2026-03-31T15:59:59.000Z', '2026-03-31T16:00:00.000Z'],
  ['week', 7, '2026-03-08T15:59:59.000Z', '2026-03-08T16:00:00.000Z'],
  ['day', 1, '2026-03-02T15:59:59.000Z', '2026-03-02T16:00:00.000Z'],
] as const)('the receiving limit of a %s: %i', ([mass_message_limit, count, last, next]) => {
  const { corp } = openSending({ mass_message_limit })
  const statuses = (): number[] =>
    corp.people.memberSendsMassMessage({ userid: 'dora', text: '你好' }).deliveries.map(({ status }) => status)
  // This day is a Monday in Beijing.
  corp.clock.set('2026-03-02T01:00:00.000Z')
  for (let sent = 0; sent < count; sent++) expect(statuses()).toEqual([1])

  corp.clock.set(last)
  expect(statuses()).toEqual([3])
  corp.clock.set(next)
  expect(statuses()).toEqual([1])
})

test('choosing customers needs allow_select; those left out stay unsent', () => {
  const { corp, create, call } = openSending()
  const [fixed, free] = [create(everybody), create({ ...everybody, allow_select: true })]
  const choice = { userid: 'anna', external_userid: ['wm2'] }

  expect(() => corp.people.memberConfirmsMassMessage({ ...choice, msgid: fixed })).toThrow('allow_select')
  expect(() => corp.people.memberConfirmsMassMessage({ ...choice, msgid: free, external_userid: ['wm4'] })).toThrow(
    'wm4 is not allowed; allowed: wm1, wm2, wo3',
  )
  corp.people.memberConfirmsMassMessage({ ...choice, msgid: free })
  expect(call('get_groupmsg_send_result', { msgid: free, userid: 'anna' })).toMatchObject({
    send_list: [{ status: 0 }, { external_userid: 'wm2', status: 1 }, { status: 0 }],
  })
})

test('groups show up once they are sent to', () => {
  const group = { name: '群', owner: 'anna', create_time: 1_700_000_000, admins: [], members: [], handovers: [] }
  const { corp, create, call } = openSending({
    group_chats: [
      { ...group, chat_id: 'wr1' },
      { ...group, chat_id: 'wr2' },
    ],
  })
  const ask = { chat_type: 'group', sender: 'anna' }
  const [free, named] = [create(ask), create({ ...ask, chat_id_list: ['wr2'] })]
  const results = (msgid: string): unknown => call('get_groupmsg_send_result', { msgid, userid: 'anna' })['send_list']

  expect([results(free), results(named)]).toEqual([[], []])
  expect(() => corp.people.memberConfirmsMassMessage({ userid: 'anna', msgid: free, chat_id: ['wr9'] })).toThrow('wr9')
  corp.people.memberConfirmsMassMessage({ userid: 'anna', msgid: free, chat_id: ['wr1'] })
  corp.people.memberConfirmsMassMessage({ userid: 'anna', msgid: named })
  expect(results(free)).toEqual([{ chat_id: 'wr1', userid: 'anna', status: 1, send_time: smallCorpTime }])
  expect(results(named)).toMatchObject([{ chat_id: 'wr2', status: 1 }])
  expect(call('get_groupmsg_list_v2', { ...window, chat_type: 'group' })['group_msg_list']).toHaveLength(2)
  expect(call('get_groupmsg_list_v2', { ...window, chat_type: 'single' })['group_msg_list']).toEqual([])
})

test('reminders: three in 24 hours, and no call shows that a member ignored the message', () => {
  const { corp, create, call } = openSending()
  const msgid = create(everybody)
  corp.people.memberIgnoresMassMessage({ userid: 'anna', msgid })
  const remind = (): unknown => call('remind_groupmsg_send', { msgid })['errcode']

  expect([remind(), remind(), remind(), remind()]).toEqual([0, 0, 0, 41094])
  corp.clock.advance({ hours: 23, minutes: 59 })
  expect(remind()).toBe(41094)
  corp.clock.advance({ minutes: 1 })
  expect(remind()).toBe(0)
  expect(call('get_groupmsg_task', { msgid })).toMatchObject({ task_list: [{ status: 0 }] })
  corp.people.memberConfirmsMassMessage({ userid: 'anna', msgid })
  expect(corp.massMessages.find(msgid)?.tasks).toMatchObject([{ userid: 'anna', send_time: expect.any(Number) }])
})

test('a cancelled message is over', () => {
  const { corp, create, call } = openSending()
  const msgid = create(everybody)

  expect(call('cancel_groupmsg_send', { msgid })).toEqual({ errcode: 0, errmsg: 'ok' })
  expect(call('cancel_groupmsg_send', { msgid })).toMatchObject({ errcode: 41093 })
  expect(call('remind_groupmsg_send', { msgid })).toMatchObject({ errcode: 41093 })
  expect(() => corp.people.memberConfirmsMassMessage({ userid: 'anna', msgid })).toThrow('cancelled')
  expect(call('get_groupmsg_task', { msgid })).toMatchObject({ task_list: [{ userid: 'anna', status: 0 }] })
})

test('the receiving limit counts messages sent before the state was loaded', () => {
  const { corp } = openSending({ mass_message_limit: 'day' })
  corp.people.memberSendsMassMessage({ userid: 'dora', text: '你好' })
  const copy = createFakeCorp({ state: corp.state() })

  expect(copy.state()).toEqual(corp.state())
  expect(copy.people.memberSendsMassMessage({ userid: 'dora', text: '你好' }).deliveries).toMatchObject([{ status: 3 }])
})
