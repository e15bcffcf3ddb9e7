import { beforeEach, expect, test } from 'vitest'
import { createFakeCorp } from '../createFakeCorp.ts'
import { createRawCaller, type RawCaller } from '../fixtures/rawCaller.ts'
import { smallCorp, smallCorpTime } from '../fixtures/smallCorp.ts'

const day = 24 * 3600
const corp = createFakeCorp({ state: smallCorp() })
let caller: RawCaller
beforeEach(() => {
  corp.reset()
  caller = createRawCaller(corp, 'secret-all')
  corp.people.corpBuysAcquisitionQuota({ count: 50 })
  corp.events.clear()
})
const path = 'externalcontact/customer_acquisition'

function createLink(body: object = {}): string {
  const { link } = caller.post(`${path}/create_link`, { link_name: '春季', range: { user_list: ['ben'] }, ...body })
  return (link as { link_id: string }).link_id
}

const changes = (): unknown[] => corp.events.list().map(({ ChangeType }) => ChangeType)

test('a visitor becomes a customer, by the channel of the link', () => {
  const link_id = createLink()
  const { events, external_userid } = corp.people.customerUsesAcquisitionLink({ link_id, customer_channel: 'spring' })

  expect(events).toMatchObject([
    { Event: 'customer_acquisition', ChangeType: 'friend_request', LinkId: link_id, State: 'spring' },
    { ChangeType: 'add_external_contact', UserID: 'ben', ExternalUserID: external_userid, State: 'spring' },
  ])
  expect(caller.get('externalcontact/get', { external_userid })).toMatchObject({
    follow_user: [{ userid: 'ben', add_way: 16, state: 'spring' }],
  })
  expect(caller.post(`${path}/customer`, { link_id })).toMatchObject({
    customer_list: [{ external_userid, userid: 'ben', chat_status: 0, state: 'spring' }],
    next_cursor: '',
  })
  expect(caller.get('externalcontact/customer_acquisition_quota')).toMatchObject({ total: 1, balance: 49 })
})

test('without a channel there is no event for the request, and the state is empty', () => {
  const link_id = createLink()
  corp.people.customerUsesAcquisitionLink({ link_id })

  expect(changes()).toEqual(['add_external_contact'])
  expect(caller.post(`${path}/customer`, { link_id })).toMatchObject({ customer_list: [{ state: '' }] })
})

test('a channel is cut to 64 bytes, between characters', () => {
  const link_id = createLink()
  corp.people.customerUsesAcquisitionLink({ link_id, customer_channel: '渠'.repeat(30) })

  expect(caller.post(`${path}/customer`, { link_id })).toMatchObject({ customer_list: [{ state: '渠'.repeat(21) }] })
})

test('without skip_verify quota is used when the member confirms', () => {
  const link_id = createLink({ skip_verify: false })
  const { external_userid } = corp.people.customerUsesAcquisitionLink({ link_id, customer_channel: 'a' })
  expect([changes(), corp.acquisitionQuotas.balance()]).toEqual([['friend_request'], 50])

  const { events } = corp.people.memberAcceptsCustomer({ userid: 'ben', external_userid })
  expect(events).toMatchObject([{ ChangeType: 'add_external_contact', State: 'a' }])
  expect(corp.acquisitionQuotas.balance()).toBe(49)
})

test('with a priority, a customer is led to a member they already have, and no quota is used', () => {
  const link_id = createLink({ priority_option: { priority_type: 1 } })

  expect(corp.people.customerUsesAcquisitionLink({ link_id, external_userid: 'wm2' })).toEqual({
    events: [],
    userid: 'anna',
    external_userid: 'wm2',
  })
  expect(corp.acquisitionQuotas.balance()).toBe(50)
})

test('a priority leads neither to resigned members nor to deleted ones', () => {
  const link_id = createLink({ priority_option: { priority_type: 1 } })
  const use = (external_userid: string) => corp.people.customerUsesAcquisitionLink({ link_id, external_userid }).userid
  corp.people.customerDeletesMember({ userid: 'anna', external_userid: 'wm2' })

  expect(use('wm2')).toBe('ben')
  // The first customer belongs to carl, who left the corp, the second to emil, who does not have customer contact.
  expect([use('wm4'), use('wm5')]).toEqual(['ben', 'ben'])
})

test('a customer who already has the member is refused, and nothing changes', () => {
  const link_id = createLink({ range: { user_list: ['anna'] } })
  const before = corp.state()
  const use = { link_id, userid: 'anna', external_userid: 'wm2', customer_channel: 'a' }

  expect(() => corp.people.customerUsesAcquisitionLink(use)).toThrow('Member anna already has customer wm2')
  expect(corp.state()).toEqual(before)
  expect(corp.events.list()).toEqual([])
})

test('statistics count people and days', () => {
  const link_id = createLink()
  corp.people.customerUsesAcquisitionLink({ link_id, external_userid: 'wm1', only_opens: true })
  corp.people.customerUsesAcquisitionLink({ link_id, external_userid: 'wm1' })
  corp.clock.advance({ days: 1 })
  corp.people.customerUsesAcquisitionLink({ link_id, external_userid: 'wm2', only_opens: true })
  caller = createRawCaller(corp, 'secret-all')
  const count = (from: number, to: number) =>
    caller.post(`${path}/statistic`, { link_id, start_time: smallCorpTime + from, end_time: smallCorpTime + to })

  expect(count(0, 0)).toMatchObject({ click_link_customer_cnt: 1, new_customer_cnt: 1 })
  expect(count(0, day)).toMatchObject({ click_link_customer_cnt: 2, new_customer_cnt: 1 })
  expect(count(day, 0)).toMatchObject({ errcode: 600018 })
  expect(count(-181 * day, -160 * day)).toMatchObject({ errcode: 600018 })
  expect(count(0, 31 * day)).toMatchObject({ errcode: 600018 })
})

test('messages raise events, and a chat key gives the sender', () => {
  const link_id = createLink()
  const { external_userid } = corp.people.customerUsesAcquisitionLink({ link_id, customer_channel: 'a' })
  corp.events.clear()
  const write = () => corp.people.customerWritesToMember({ userid: 'ben', external_userid }).events

  expect(write()).toMatchObject([{ ChangeType: 'customer_start_chat', UserID: 'ben', ExternalUserID: external_userid }])
  expect(write()).toEqual([])
  const [told] = write()
  expect(told).toMatchObject({ ChangeType: 'message_from_customer', LinkId: link_id, State: 'a' })
  expect(told).not.toHaveProperty('ExternalUserID')
  for (let sent = 3; sent < 10; sent++) write()
  expect(changes()).toEqual(['customer_start_chat', ...Array<string>(3).fill('message_from_customer')])

  const read = (chat_key: unknown) => caller.post(`${path}/get_chat_info`, { chat_key })
  const chat_info = { recv_msg_cnt: 3, link_id, state: 'a' }
  expect(read(told?.['ChatKey'])).toMatchObject({ userid: 'ben', external_userid, chat_info })
  expect(read('x')).toMatchObject({ errcode: 41201 })
  corp.clock.advance({ minutes: 30 })
  expect(read(told?.['ChatKey'])).toMatchObject({ errcode: 41201 })
  expect(caller.post(`${path}/customer`, { link_id })).toMatchObject({ customer_list: [{ chat_status: 1 }] })
})

test('quota: told when it is low, when it is gone, and when there is some again', () => {
  const link_id = createLink()
  corp.reset({ ...corp.state(), acquisition_quota: { total: 7, quota_list: [part(2, 1), part(30, 20)] } })
  expect(corp.acquisitionQuotas.balance()).toBe(21)
  corp.people.customerUsesAcquisitionLink({ link_id })
  expect(changes()).not.toContain('balance_low')
  corp.people.customerUsesAcquisitionLink({ link_id })
  expect(changes()).toContain('balance_low')
  for (let used = 2; used < 21; used++) corp.people.customerUsesAcquisitionLink({ link_id })

  expect(changes().filter((change) => String(change).startsWith('balance'))).toEqual([
    'balance_low',
    'balance_exhausted',
  ])
  expect(() => corp.people.customerUsesAcquisitionLink({ link_id })).toThrow('corpBuysAcquisitionQuota')
  expect(corp.people.corpBuysAcquisitionQuota({ count: 5, days: 30 }).events).toMatchObject([
    { ChangeType: 'balance_increased' },
  ])
  expect(corp.people.corpBuysAcquisitionQuota({ count: 5 }).events).toEqual([])
  expect(corp.acquisitionQuotas.state().total).toBe(28)
})

test('quota expires by parts, of which apps are told before', () => {
  corp.reset({ ...smallCorp(), acquisition_quota: { total: 0, quota_list: [part(10, 5), part(400, 8)] } })
  corp.clock.advance({ days: 10 })

  expect(corp.events.list()).toMatchObject(
    [7, 3, 2, 1].map((days) => ({
      ChangeType: 'quota_expire_soon',
      ExpireTime: part(10, 5).expire_date,
      ExpireQuotaNum: 5,
      CreateTime: part(10, 5).expire_date - days * day,
    })),
  )
  expect(createRawCaller(corp, 'secret-all').get('externalcontact/customer_acquisition_quota')).toEqual({
    errcode: 0,
    errmsg: 'ok',
    total: 0,
    balance: 8,
    quota_list: [part(400, 8)],
  })
})

test('links, visits and quota go into a state and come back', () => {
  corp.people.customerUsesAcquisitionLink({ link_id: createLink(), customer_channel: 'a' })

  expect(createFakeCorp({ state: corp.state() }).state()).toEqual(corp.state())
})

function part(days: number, balance: number): { expire_date: number; balance: number } {
  return { expire_date: smallCorpTime + days * day, balance }
}
