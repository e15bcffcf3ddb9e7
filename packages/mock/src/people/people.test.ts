import { beforeEach, expect, test } from 'vitest'
import type { CorpEvent } from '../base/events.ts'
import { createFakeCorp } from '../createFakeCorp.ts'
import { providerCorp } from '../fixtures/providerCorp.ts'
import { createRawCaller, type RawCaller } from '../fixtures/rawCaller.ts'
import { smallCorp } from '../fixtures/smallCorp.ts'
import { textOf } from '../fixtures/textOf.ts'
import { actions } from './actions.ts'

const corp = createFakeCorp({ state: smallCorp() })
let caller: RawCaller
beforeEach(() => {
  corp.reset()
  caller = createRawCaller(corp, 'secret-all')
})
const pair = { userid: 'anna', external_userid: 'wm2' }
const told = (): string[] =>
  corp.events.list().map((event) => `${textOf([event], 'ChangeType')} ${textOf([event], 'UserID')}`)

test('somebody new adds a member', () => {
  const { events, external_userid } = corp.people.customerAddsMember({ userid: 'ben', name: '王先生' })

  expect(events).toMatchObject([{ ChangeType: 'add_external_contact', UserID: 'ben', ExternalUserID: external_userid }])
  expect(caller.get('externalcontact/list', { userid: 'ben' })).toMatchObject({ external_userid: [external_userid] })
  expect(() => corp.people.customerAddsMember({ userid: 'ben', external_userid })).toThrow('already has customer')
  expect(() => corp.people.customerAddsMember({ userid: 'carl' })).toThrow(
    'Member carl has left the corp; members: anna',
  )
})

test('a member who is full gets nobody, and nobody new is left behind', () => {
  const given = smallCorp()
  corp.reset({ ...given, members: given.members?.map((member) => ({ ...member, customer_limit: 0 })) })

  expect(() => corp.people.customerAddsMember({ userid: 'ben' })).toThrow('has reached customer_limit')
  expect(corp.customers.list()).toHaveLength(5)
})

test('half a contact: no reads until the member has added the customer, and one welcome only', () => {
  const { events, external_userid } = corp.people.customerAddsMember({ userid: 'ben', half: true })
  const both = { userid: 'ben', external_userid }

  expect(events).toMatchObject([{ ChangeType: 'add_half_external_contact', WelcomeCode: expect.any(String) }])
  expect(caller.get('externalcontact/get', { external_userid })).toMatchObject({ errcode: 84061 })
  const [app] = corp.apps.list()
  if (app) corp.welcomeCodes.use(app, textOf(events, 'WelcomeCode'), 0)
  const [added] = corp.people.memberAcceptsCustomer(both).events
  expect(added).toMatchObject({ ChangeType: 'add_external_contact' })
  expect(added).not.toHaveProperty('WelcomeCode')
})

test('a member deletes a customer; the customer may do the same afterwards, once', () => {
  expect(corp.people.memberDeletesCustomer(pair).events).toMatchObject([{ ChangeType: 'del_external_contact' }])
  expect(caller.get('externalcontact/get', { external_userid: 'wm2' })).toMatchObject({ errcode: 84061 })
  expect(() => corp.people.memberDeletesCustomer(pair)).toThrow('anna does not have customer wm2')

  expect(corp.people.customerDeletesMember(pair).events).toMatchObject([{ ChangeType: 'del_follow_user' }])
  expect(() => corp.people.customerDeletesMember(pair)).toThrow('does not have')
})

test('a customer deletes a member, who still has them; adding again goes on where it was', () => {
  corp.people.memberEditsRemark({ ...pair, remark: '老王' })
  corp.people.customerDeletesMember(pair)

  expect(caller.get('externalcontact/list', { userid: 'anna' })).toMatchObject({
    external_userid: expect.arrayContaining(['wm2']),
  })
  expect(() => corp.people.customerDeletesMember(pair)).toThrow('has already deleted member anna')
  corp.people.customerAddsMember(pair)
  expect(corp.follows.find('anna', 'wm2')).toMatchObject({ remark: '老王', createtime: corp.clock.seconds() })
  expect(told()).toEqual(['edit_external_contact anna', 'del_follow_user anna', 'add_external_contact anna'])
})

test('a remark is told, phone numbers alone are not, the API is not', () => {
  corp.people.memberEditsRemark({ ...pair, remark_mobiles: ['13800000001'] })
  caller.post('externalcontact/remark', { ...pair, remark: '甲' })
  expect(told()).toEqual([])

  corp.people.memberEditsRemark({ ...pair, description: '要报价', remark_corp_name: '四方' })
  expect(told()).toEqual(['edit_external_contact anna'])
  expect(caller.get('externalcontact/get', { external_userid: 'wm2' })).toMatchObject({
    follow_user: [{ remark: '甲', description: '要报价', remark_corp_name: '四方', remark_mobiles: ['13800000001'] }],
  })
})

test('of members without the feature nobody hears', () => {
  expect(corp.people.memberDeletesCustomer({ userid: 'emil', external_userid: 'wm5' }).events).toEqual([])
})

test('a member leaves, and their customers wait', () => {
  expect(corp.people.memberLeaves({ userid: 'anna' }).events).toEqual([])
  expect(caller.post('externalcontact/get_unassigned_list', {})['info']).toContainEqual({
    handover_userid: 'anna',
    external_userid: 'wm1',
    dimission_time: corp.clock.seconds(),
  })
  expect(() => corp.people.memberLeaves({ userid: 'anna' })).toThrow('Member anna has left')
})

test('a member gets customer contact; somebody new joins the corp for it', () => {
  const listed = (): unknown => caller.get('externalcontact/get_follow_user_list')['follow_user']
  expect(listed()).toEqual(['anna', 'ben', 'dora', 'fay'])
  expect(corp.people.memberGetsCustomerContact({ userid: 'emil' }).events).toEqual([])
  const { member } = corp.people.memberGetsCustomerContact({ userid: 'gina', name: '吉娜' })
  expect(member).toEqual({ userid: 'gina', name: '吉娜', department: [1], verified: true, customer_contact: true })
  const { external_userid } = corp.people.customerAddsMember({ userid: 'gina' })

  expect(listed()).toEqual(['anna', 'ben', 'dora', 'emil', 'fay', 'gina'])
  expect(caller.get('externalcontact/list', { userid: 'gina' })).toMatchObject({ external_userid: [external_userid] })
  expect(createFakeCorp({ state: corp.state() }).state()).toEqual(corp.state())
  expect(() => corp.people.memberGetsCustomerContact({ userid: 'gina' })).toThrow('already has customer contact')
  expect(() => corp.people.memberGetsCustomerContact({ userid: 'carl' })).toThrow('Member carl has left')
})

test('a member falls out of the visible range of an app, and comes back', () => {
  const readList = (): unknown => caller.get('externalcontact/list', { userid: 'anna' })['errcode']
  const { events, visible } = corp.people.adminHidesMember({ userid: 'anna' })
  expect(events).toEqual([])
  expect(visible).toEqual({ userid: ['ben', 'carl', 'dora', 'emil', 'fay'], partyid: [] })
  expect(caller.get('externalcontact/get_follow_user_list')['follow_user']).toEqual(['ben', 'dora', 'fay'])
  expect(readList()).toBe(60011)
  expect(createRawCaller(corp, 'secret-sales').get('externalcontact/list', { userid: 'anna' })['errcode']).toBe(0)
  expect(() => corp.people.adminHidesMember({ userid: 'anna' })).toThrow(
    'Member anna is already outside the visible range',
  )

  expect(corp.people.adminShowsMember({ userid: 'anna' }).visible.userid.at(-1)).toBe('anna')
  expect(readList()).toBe(0)
  expect(() => corp.people.adminShowsMember({ userid: 'anna' })).toThrow('already in the visible range of app all')
  expect(() => corp.people.adminShowsMember({ userid: 'anna', app: 'crm' })).toThrow('There is no app crm; apps: all')
})

test('a department with a hidden member becomes its other members; other departments stay', () => {
  const given = smallCorp()
  const visible = { userid: ['emil'], partyid: [2, 3] }
  corp.reset({ ...given, apps: [{ name: 'all', secret: 'secret-all', customer_contact: true, visible }] })

  expect(corp.people.adminHidesMember({ userid: 'anna' }).visible).toEqual({ userid: ['ben', 'carl'], partyid: [3] })
})

test('the provider is told that the visible range of its app has changed', () => {
  corp.reset(providerCorp())
  const changed = { Event: 'change_auth', SuiteId: 'wwsuite', AuthCorpId: corp.corpId }
  expect(corp.people.adminHidesMember({ userid: 'anna', app: 'third' }).events).toMatchObject([changed])

  expect(corp.people.adminShowsMember({ userid: 'anna', app: 'third' }).events).toMatchObject([changed])
})

const hand = (handover_userid: string, takeover_userid: string, external_userid: string): void => {
  const body = { handover_userid, takeover_userid, external_userid: [external_userid] }
  createRawCaller(corp, 'secret-all').post('externalcontact/transfer_customer', body)
}

test('a transfer tells both sides when it takes effect, but not of a customer who comes back', () => {
  hand('anna', 'ben', 'wm2')
  expect(told()).toEqual([])
  corp.clock.advance({ hours: 24 })

  expect(corp.events.list()).toMatchObject([
    { ChangeType: 'del_external_contact', UserID: 'anna', ExternalUserID: 'wm2', Source: 'DELETE_BY_TRANSFER' },
    { ChangeType: 'add_external_contact', UserID: 'ben', ExternalUserID: 'wm2' },
  ])
  corp.events.clear()
  hand('ben', 'anna', 'wm2')
  corp.clock.advance({ hours: 24 })
  expect(told()).toEqual(['del_external_contact ben'])
})

test('a transfer that fails is told with its reason', () => {
  hand('anna', 'ben', 'wm2')
  expect(corp.people.customerRefusesTransfer({ external_userid: 'wm2' }).events).toMatchObject([
    { ChangeType: 'transfer_fail', FailReason: 'customer_refused', UserID: 'ben', ExternalUserID: 'wm2' },
  ])
  expect(() => corp.people.customerRefusesTransfer({ external_userid: 'wm2' })).toThrow(RangeError)

  const given = smallCorp()
  const members = given.members?.map((one) => (one.userid === 'ben' ? { ...one, customer_limit: 1 } : one))
  corp.reset({ ...given, members })
  hand('anna', 'ben', 'wm1')
  corp.people.customerAddsMember({ userid: 'ben' })
  corp.clock.advance({ hours: 24 })
  expect(corp.events.list().at(-1)).toMatchObject({ FailReason: 'customer_limit_exceed' })
})

test('listeners hear of events until they stop, over a reset too', () => {
  const heard: CorpEvent[] = []
  const stop = corp.events.listen((event) => heard.push(event))
  corp.people.memberDeletesCustomer(pair)
  corp.reset()
  expect(corp.events.list()).toEqual([])
  corp.people.memberDeletesCustomer(pair)
  stop()
  corp.people.customerAddsMember(pair)

  expect(heard).toHaveLength(2)
})

test('partings and requests go into a state and come back', () => {
  corp.people.memberDeletesCustomer(pair)
  corp.people.customerAddsMember({ userid: 'ben', half: true })

  const copy = createFakeCorp({ state: corp.state() })
  expect(copy.state()).toEqual(corp.state())
  expect(copy.partings.list()).toHaveLength(1)
})

test.for([
  ['customerAddsMember', { userid: 'ben', add_way: -1 }, 'add_way'],
  ['memberAddsCustomer', { userid: 'ben', add_way: 9.5 }, 'add_way'],
  ['mediaDownloadFails', { jobid: 'x', errcode: 0 }, 'errcode'],
  ['memberGetsCustomerContact', { userid: '王' }, 'userid'],
] as const)('%s refuses %j', ([name, input, field]) => {
  const refusal = (): unknown => actions[name]?.(corp, input)

  expect(refusal).toThrow(
    expect.objectContaining({ issues: [expect.objectContaining({ path: [expect.objectContaining({ key: field })] })] }),
  )
})

test('what an action changed comes back, as a copy', () => {
  const { parting } = corp.people.memberDeletesCustomer(pair)
  expect([parting]).toEqual(corp.partings.list())
  const { member } = corp.people.memberLeaves({ userid: 'ben' })
  expect(member).toEqual(corp.members.find('ben'))
  member.name = '别人'
  expect(corp.members.find('ben')?.name).toBe('本')
})
