import { expect, test } from 'vitest'
import { openSending } from '../fixtures/openSending.ts'
import { smallCorpTime } from '../fixtures/smallCorp.ts'
import { customerDeletesMember } from '../people/customerDeletesMember.ts'
import { memberConfirmsMassMessage } from '../people/memberConfirmsMassMessage.ts'
import { memberIgnoresMassMessage } from '../people/memberIgnoresMassMessage.ts'
import { memberSendsMassMessage } from '../people/memberSendsMassMessage.ts'
import { createTenant } from '../tenant/Tenant.ts'

const everybody = { external_userid: ['wm1', 'wm2', 'wo3'] }
const window = { start_time: smallCorpTime - 100, end_time: smallCorpTime + 100 }

test('a confirmation changes the task and the results; sent is 2 in one and 1 in the other', () => {
  const { tenant, create, call } = openSending()
  const msgid = create(everybody)
  const results = (): unknown => call('get_groupmsg_send_result', { msgid, userid: 'anna' })['send_list']

  expect(call('get_groupmsg_task', { msgid })).toEqual({
    errcode: 0,
    errmsg: 'ok',
    task_list: [{ userid: 'anna', status: 0 }],
    next_cursor: '',
  })
  expect(results()).toEqual(everybody.external_userid.map((id) => ({ external_userid: id, userid: 'anna', status: 0 })))

  tenant.clock.advance({ hours: 1 })
  customerDeletesMember(tenant, { userid: 'anna', external_userid: 'wm2' })
  const told = tenant.events.list().length
  const { deliveries, events } = memberConfirmsMassMessage(tenant, { userid: 'anna', msgid })
  const send_time = smallCorpTime + 3600

  expect(deliveries.map(({ status }) => status)).toEqual([1, 2, 1])
  expect([events, tenant.events.list()]).toEqual([[], expect.objectContaining({ length: told })])
  expect(call('get_groupmsg_task', { msgid })).toMatchObject({ task_list: [{ userid: 'anna', status: 2, send_time }] })
  expect(results()).toEqual([
    { external_userid: 'wm1', userid: 'anna', status: 1, send_time },
    { external_userid: 'wm2', userid: 'anna', status: 2 },
    { external_userid: 'wo3', userid: 'anna', status: 1, send_time },
  ])
  expect(() => memberConfirmsMassMessage(tenant, { userid: 'anna', msgid })).toThrow('has sent')
})

test('the receiving limit, met between creation and confirmation', () => {
  const { tenant, create, call } = openSending({ mass_message_limit: 'day' })
  const [first, second] = [create(everybody), create({ external_userid: ['wm1'] })]
  memberConfirmsMassMessage(tenant, { userid: 'anna', msgid: second })
  memberConfirmsMassMessage(tenant, { userid: 'anna', msgid: first })

  expect(call('get_groupmsg_send_result', { msgid: first, userid: 'anna' })).toMatchObject({
    send_list: [{ external_userid: 'wm1', status: 3 }, { status: 1 }, { status: 1 }],
  })
})

test.for([
  ['month', 31, '2026-03-31T15:59:59.000Z', '2026-03-31T16:00:00.000Z'],
  ['week', 7, '2026-03-08T15:59:59.000Z', '2026-03-08T16:00:00.000Z'],
  ['day', 1, '2026-03-02T15:59:59.000Z', '2026-03-02T16:00:00.000Z'],
] as const)('the receiving limit of a %s: %i', ([mass_message_limit, count, last, next]) => {
  const { tenant } = openSending({ mass_message_limit })
  const statuses = (): number[] =>
    memberSendsMassMessage(tenant, { userid: 'dora', text: '你好' }).deliveries.map(({ status }) => status)
  // A Monday in Beijing.
  tenant.clock.set('2026-03-02T01:00:00.000Z')
  for (let sent = 0; sent < count; sent++) expect(statuses()).toEqual([1])

  tenant.clock.set(last)
  expect(statuses()).toEqual([3])
  tenant.clock.set(next)
  expect(statuses()).toEqual([1])
})

test('choosing customers needs allow_select; those left out stay unsent', () => {
  const { tenant, create, call } = openSending()
  const [fixed, free] = [create(everybody), create({ ...everybody, allow_select: true })]
  const choice = { userid: 'anna', external_userid: ['wm2'] }

  expect(() => memberConfirmsMassMessage(tenant, { ...choice, msgid: fixed })).toThrow('allow_select')
  expect(() => memberConfirmsMassMessage(tenant, { ...choice, msgid: free, external_userid: ['wm4'] })).toThrow(
    'wm4 cannot be chosen; there are wm1, wm2, wo3',
  )
  memberConfirmsMassMessage(tenant, { ...choice, msgid: free })
  expect(call('get_groupmsg_send_result', { msgid: free, userid: 'anna' })).toMatchObject({
    send_list: [{ status: 0 }, { external_userid: 'wm2', status: 1 }, { status: 0 }],
  })
})

test('groups show up once they are sent to', () => {
  const group = { name: '群', owner: 'anna', create_time: 1_700_000_000, admins: [], members: [], handovers: [] }
  const { tenant, create, call } = openSending({
    group_chats: [
      { ...group, chat_id: 'wr1' },
      { ...group, chat_id: 'wr2' },
    ],
  })
  const ask = { chat_type: 'group', sender: 'anna' }
  const [free, named] = [create(ask), create({ ...ask, chat_id_list: ['wr2'] })]
  const results = (msgid: string): unknown => call('get_groupmsg_send_result', { msgid, userid: 'anna' })['send_list']

  expect([results(free), results(named)]).toEqual([[], []])
  expect(() => memberConfirmsMassMessage(tenant, { userid: 'anna', msgid: free, chat_id: ['wr9'] })).toThrow('wr9')
  memberConfirmsMassMessage(tenant, { userid: 'anna', msgid: free, chat_id: ['wr1'] })
  memberConfirmsMassMessage(tenant, { userid: 'anna', msgid: named })
  expect(results(free)).toEqual([{ chat_id: 'wr1', userid: 'anna', status: 1, send_time: smallCorpTime }])
  expect(results(named)).toMatchObject([{ chat_id: 'wr2', status: 1 }])
  expect(call('get_groupmsg_list_v2', { ...window, chat_type: 'group' })['group_msg_list']).toHaveLength(2)
  expect(call('get_groupmsg_list_v2', { ...window, chat_type: 'single' })['group_msg_list']).toEqual([])
})

test('reminders: three in 24 hours, and no call tells who ignored', () => {
  const { tenant, create, call } = openSending()
  const msgid = create(everybody)
  memberIgnoresMassMessage(tenant, { userid: 'anna', msgid })
  const remind = (): unknown => call('remind_groupmsg_send', { msgid })['errcode']

  expect([remind(), remind(), remind(), remind()]).toEqual([0, 0, 0, 41094])
  tenant.clock.advance({ hours: 23, minutes: 59 })
  expect(remind()).toBe(41094)
  tenant.clock.advance({ minutes: 1 })
  expect(remind()).toBe(0)
  expect(call('get_groupmsg_task', { msgid })).toMatchObject({ task_list: [{ status: 0 }] })
  memberConfirmsMassMessage(tenant, { userid: 'anna', msgid })
  expect(tenant.massMessages.find(msgid)?.tasks).toMatchObject([{ userid: 'anna', send_time: expect.any(Number) }])
})

test('a cancelled message is over', () => {
  const { tenant, create, call } = openSending()
  const msgid = create(everybody)

  expect(call('cancel_groupmsg_send', { msgid })).toEqual({ errcode: 0, errmsg: 'ok' })
  expect(call('cancel_groupmsg_send', { msgid })).toMatchObject({ errcode: 41093 })
  expect(call('remind_groupmsg_send', { msgid })).toMatchObject({ errcode: 41093 })
  expect(() => memberConfirmsMassMessage(tenant, { userid: 'anna', msgid })).toThrow('cancelled')
  expect(call('get_groupmsg_task', { msgid })).toMatchObject({ task_list: [{ userid: 'anna', status: 0 }] })
})

test('the receiving limit knows what was sent before the tenant was loaded', () => {
  const { tenant } = openSending({ mass_message_limit: 'day' })
  memberSendsMassMessage(tenant, { userid: 'dora', text: '你好' })
  const copy = createTenant({ seed: tenant.state() })

  expect(copy.state()).toEqual(tenant.state())
  expect(memberSendsMassMessage(copy, { userid: 'dora', text: '你好' }).deliveries).toMatchObject([{ status: 3 }])
})
