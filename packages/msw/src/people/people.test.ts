import { beforeEach, expect, test } from 'vitest'
import { type RawCaller, createRawCaller } from '../fixtures/rawCaller.ts'
import { smallCorp } from '../fixtures/smallCorp.ts'
import { textOf } from '../fixtures/textOf.ts'
import type { TenantEvent } from '../tenant/events.ts'
import { createTenant } from '../tenant/Tenant.ts'
import { actions } from './actions.ts'
import { customerAddsMember } from './customerAddsMember.ts'
import { customerDeletesMember } from './customerDeletesMember.ts'
import { customerRefusesTransfer } from './customerRefusesTransfer.ts'
import { memberAcceptsCustomer } from './memberAcceptsCustomer.ts'
import { memberDeletesCustomer } from './memberDeletesCustomer.ts'
import { memberEditsRemark } from './memberEditsRemark.ts'
import { memberLeaves } from './memberLeaves.ts'

const tenant = createTenant({ seed: smallCorp() })
let caller: RawCaller
beforeEach(() => {
  tenant.reset()
  caller = createRawCaller(tenant, 'secret-all')
})
const pair = { userid: 'anna', external_userid: 'wm2' }
const told = (): string[] =>
  tenant.events.list().map((event) => `${textOf([event], 'ChangeType')} ${textOf([event], 'UserID')}`)

test('somebody new adds a member', () => {
  const { events, external_userid } = customerAddsMember(tenant, { userid: 'ben', name: '王先生' })

  expect(events).toMatchObject([{ ChangeType: 'add_external_contact', UserID: 'ben', ExternalUserID: external_userid }])
  expect(caller.get('externalcontact/list', { userid: 'ben' })).toMatchObject({ external_userid: [external_userid] })
  expect(() => customerAddsMember(tenant, { userid: 'ben', external_userid })).toThrow('has customer')
  expect(() => customerAddsMember(tenant, { userid: 'carl' })).toThrow('Member carl has left; there are anna')
})

test('a member who is full gets nobody, and nobody new is left behind', () => {
  const corp = smallCorp()
  tenant.reset({ ...corp, members: corp.members?.map((member) => ({ ...member, customer_limit: 0 })) })

  expect(() => customerAddsMember(tenant, { userid: 'ben' })).toThrow('as many as their customer_limit allows')
  expect(tenant.customers.list()).toHaveLength(5)
})

test('half a contact: no reads until the member has added the customer, and one welcome only', () => {
  const { events, external_userid } = customerAddsMember(tenant, { userid: 'ben', half: true })
  const both = { userid: 'ben', external_userid }

  expect(events).toMatchObject([{ ChangeType: 'add_half_external_contact', WelcomeCode: expect.any(String) }])
  expect(caller.get('externalcontact/get', { external_userid })).toMatchObject({ errcode: 84061 })
  const [app] = tenant.apps.list()
  if (app) tenant.welcomeCodes.use(app, textOf(events, 'WelcomeCode'), 0)
  const [added] = memberAcceptsCustomer(tenant, both).events
  expect(added).toMatchObject({ ChangeType: 'add_external_contact' })
  expect(added).not.toHaveProperty('WelcomeCode')
})

test('a member deletes a customer; the customer may do the same afterwards, once', () => {
  expect(memberDeletesCustomer(tenant, pair).events).toMatchObject([{ ChangeType: 'del_external_contact' }])
  expect(caller.get('externalcontact/get', { external_userid: 'wm2' })).toMatchObject({ errcode: 84061 })
  expect(() => memberDeletesCustomer(tenant, pair)).toThrow('anna does not have customer wm2')

  expect(customerDeletesMember(tenant, pair).events).toMatchObject([{ ChangeType: 'del_follow_user' }])
  expect(() => customerDeletesMember(tenant, pair)).toThrow('does not have')
})

test('a customer deletes a member, who still has them; adding again goes on where it was', () => {
  memberEditsRemark(tenant, { ...pair, remark: '老王' })
  customerDeletesMember(tenant, pair)

  expect(caller.get('externalcontact/list', { userid: 'anna' })).toMatchObject({
    external_userid: expect.arrayContaining(['wm2']),
  })
  expect(() => customerDeletesMember(tenant, pair)).toThrow('has deleted anna already')
  customerAddsMember(tenant, pair)
  expect(tenant.follows.find('anna', 'wm2')).toMatchObject({ remark: '老王', createtime: tenant.clock.seconds() })
  expect(told()).toEqual(['edit_external_contact anna', 'del_follow_user anna', 'add_external_contact anna'])
})

test('a remark is told, phone numbers alone are not, the API is not', () => {
  memberEditsRemark(tenant, { ...pair, remark_mobiles: ['13800000001'] })
  caller.post('externalcontact/remark', { ...pair, remark: '甲' })
  expect(told()).toEqual([])

  memberEditsRemark(tenant, { ...pair, description: '要报价', remark_corp_name: '四方' })
  expect(told()).toEqual(['edit_external_contact anna'])
  expect(caller.get('externalcontact/get', { external_userid: 'wm2' })).toMatchObject({
    follow_user: [{ remark: '甲', description: '要报价', remark_corp_name: '四方', remark_mobiles: ['13800000001'] }],
  })
})

test('of members without the feature nobody hears', () => {
  expect(memberDeletesCustomer(tenant, { userid: 'emil', external_userid: 'wm5' }).events).toEqual([])
})

test('a member leaves, and their customers wait', () => {
  expect(memberLeaves(tenant, { userid: 'anna' }).events).toEqual([])
  expect(caller.post('externalcontact/get_unassigned_list', {})['info']).toContainEqual({
    handover_userid: 'anna',
    external_userid: 'wm1',
    dimission_time: tenant.clock.seconds(),
  })
  expect(() => memberLeaves(tenant, { userid: 'anna' })).toThrow('Member anna has left')
})

const hand = (handover_userid: string, takeover_userid: string, external_userid: string): void => {
  const body = { handover_userid, takeover_userid, external_userid: [external_userid] }
  createRawCaller(tenant, 'secret-all').post('externalcontact/transfer_customer', body)
}

test('a transfer tells both sides when it takes effect, but not of a customer who comes back', () => {
  hand('anna', 'ben', 'wm2')
  expect(told()).toEqual([])
  tenant.clock.advance({ hours: 24 })

  expect(tenant.events.list()).toMatchObject([
    { ChangeType: 'del_external_contact', UserID: 'anna', ExternalUserID: 'wm2', Source: 'DELETE_BY_TRANSFER' },
    { ChangeType: 'add_external_contact', UserID: 'ben', ExternalUserID: 'wm2' },
  ])
  tenant.events.clear()
  hand('ben', 'anna', 'wm2')
  tenant.clock.advance({ hours: 24 })
  expect(told()).toEqual(['del_external_contact ben'])
})

test('a transfer that fails is told with its reason', () => {
  hand('anna', 'ben', 'wm2')
  expect(customerRefusesTransfer(tenant, { external_userid: 'wm2' }).events).toMatchObject([
    { ChangeType: 'transfer_fail', FailReason: 'customer_refused', UserID: 'ben', ExternalUserID: 'wm2' },
  ])
  expect(() => customerRefusesTransfer(tenant, { external_userid: 'wm2' })).toThrow(RangeError)

  const corp = smallCorp()
  const members = corp.members?.map((one) => (one.userid === 'ben' ? { ...one, customer_limit: 1 } : one))
  tenant.reset({ ...corp, members })
  hand('anna', 'ben', 'wm1')
  customerAddsMember(tenant, { userid: 'ben' })
  tenant.clock.advance({ hours: 24 })
  expect(tenant.events.list().at(-1)).toMatchObject({ FailReason: 'customer_limit_exceed' })
})

test('listeners hear of events until they stop, over a reset too', () => {
  const heard: TenantEvent[] = []
  const stop = tenant.events.listen((event) => heard.push(event))
  memberDeletesCustomer(tenant, pair)
  tenant.reset()
  expect(tenant.events.list()).toEqual([])
  memberDeletesCustomer(tenant, pair)
  stop()
  customerAddsMember(tenant, pair)

  expect(heard).toHaveLength(2)
})

test('partings and requests go into a seed and come back', () => {
  memberDeletesCustomer(tenant, pair)
  customerAddsMember(tenant, { userid: 'ben', half: true })

  const copy = createTenant({ seed: tenant.state() })
  expect(copy.state()).toEqual(tenant.state())
  expect(copy.partings.list()).toHaveLength(1)
})

test.for([
  ['customerAddsMember', { userid: 'ben', add_way: -1 }, 'add_way'],
  ['memberAddsCustomer', { userid: 'ben', add_way: 9.5 }, 'add_way'],
  ['mediaDownloadFails', { jobid: 'x', errcode: 0 }, 'errcode'],
] as const)('%s refuses %j', ([name, input, field]) => {
  const refusal = (): unknown => actions[name]?.(tenant, input)

  expect(refusal).toThrow(
    expect.objectContaining({ issues: [expect.objectContaining({ path: [expect.objectContaining({ key: field })] })] }),
  )
})

test('what an action changed comes back, as a copy', () => {
  const { parting } = memberDeletesCustomer(tenant, pair)
  expect([parting]).toEqual(tenant.partings.list())
  const { member } = memberLeaves(tenant, { userid: 'ben' })
  expect(member).toEqual(tenant.members.find('ben'))
  member.name = '别人'
  expect(tenant.members.find('ben')?.name).toBe('本')
})
