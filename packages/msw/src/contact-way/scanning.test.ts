import { beforeEach, expect, test } from 'vitest'
import { InputError } from '../InputError.ts'
import { type RawCaller, createRawCaller } from '../fixtures/rawCaller.ts'
import { smallCorp } from '../fixtures/smallCorp.ts'
import { customerScansContactWay } from '../people/customerScansContactWay.ts'
import { customerWritesToMember } from '../people/customerWritesToMember.ts'
import { memberAcceptsCustomer } from '../people/memberAcceptsCustomer.ts'
import { memberDeletesCustomer } from '../people/memberDeletesCustomer.ts'
import { createTenant } from '../tenant/Tenant.ts'

const tenant = createTenant({ seed: smallCorp() })
let caller: RawCaller
beforeEach(() => {
  tenant.reset()
  caller = createRawCaller(tenant, 'secret-all')
})

function addWay(body: object = {}): string {
  const way = { type: 1, scene: 2, user: ['anna'], state: 'shop-7', ...body }
  return String(caller.post('externalcontact/add_contact_way', way)['config_id'])
}

test('a scan makes contacts at once, with channel and welcome code', () => {
  const { events, external_userid } = customerScansContactWay(tenant, { config_id: addWay(), name: '王先生' })

  expect(events).toEqual([
    {
      Event: 'change_external_contact',
      ChangeType: 'add_external_contact',
      UserID: 'anna',
      ExternalUserID: external_userid,
      State: 'shop-7',
      WelcomeCode: expect.any(String),
      CreateTime: tenant.clock.seconds(),
    },
  ])
  expect(tenant.events.list()).toEqual(events)
  expect(caller.get('externalcontact/get', { external_userid })).toMatchObject({
    external_contact: { name: '王先生', type: 1 },
    follow_user: [{ userid: 'anna', state: 'shop-7', add_way: 1, oper_userid: external_userid }],
  })
})

test('without skip_verify the member has to confirm', () => {
  const config_id = addWay({ skip_verify: false })
  const { events, external_userid } = customerScansContactWay(tenant, { config_id })

  expect(events).toEqual([])
  expect(caller.get('externalcontact/get', { external_userid })).toMatchObject({ errcode: 84061 })
  expect(createTenant({ seed: tenant.state() }).friendRequests.list()).toHaveLength(1)
  expect(memberAcceptsCustomer(tenant, { userid: 'anna', external_userid }).events).toMatchObject([
    { ChangeType: 'add_external_contact', State: 'shop-7' },
  ])
  expect(caller.get('externalcontact/get', { external_userid })).toMatchObject({ errcode: 0 })
  expect(() => memberAcceptsCustomer(tenant, { userid: 'anna', external_userid })).toThrow('asks anna for nothing')
})

test('several members: the one with the fewest customers, or who is asked for', () => {
  const config_id = addWay({ type: 2, user: ['anna', 'dora'], party: [2] })

  expect(customerScansContactWay(tenant, { config_id })).toMatchObject({ userid: 'ben' })
  expect(customerScansContactWay(tenant, { config_id, userid: 'dora' })).toMatchObject({ userid: 'dora' })
  expect(() => customerScansContactWay(tenant, { config_id, userid: 'fay' })).toThrow('fay is not among those')
  const service = addWay({ type: 2, user: [], party: [3] })
  expect(() => customerScansContactWay(tenant, { config_id: service, userid: 'emil' })).toThrow('there is dora')
})

test('is_exclusive leads people of one corp to the same member', () => {
  const config_id = addWay({ type: 2, user: ['anna', 'ben'], is_exclusive: true })
  tenant.customers.add({ external_userid: 'wo9', name: '同事', type: 2, gender: 0, corp_name: '四方' })

  expect(customerScansContactWay(tenant, { config_id, external_userid: 'wo9' })).toMatchObject({ userid: 'anna' })
})

test('a temporary way is spent by the first, and its session can be closed once', () => {
  const config_id = addWay({ is_temp: true })
  const { external_userid } = customerScansContactWay(tenant, { config_id })
  const close = (body: object = {}) =>
    caller.post('externalcontact/close_temp_chat', { userid: 'anna', external_userid, ...body })

  expect(() => customerScansContactWay(tenant, { config_id })).toThrow('is temporary, and over')
  expect(close({ external_userid: 'wm1' })).toMatchObject({ errcode: 40058 })
  expect(close({ external_userid: 'wm4' })).toMatchObject({ errcode: 84061 })
  expect(close()).toMatchObject({ errcode: 0 })
  expect(close()).toMatchObject({ errcode: 40058 })
})

test('a session ends by itself; a way ends unused', () => {
  const used = addWay({ is_temp: true, chat_expires_in: 3600 })
  const unused = addWay({ is_temp: true, expires_in: 3600 })
  const { external_userid } = customerScansContactWay(tenant, { config_id: used })
  tenant.clock.advance({ hours: 1 })

  expect(caller.post('externalcontact/close_temp_chat', { userid: 'anna', external_userid })).toMatchObject({
    errcode: 40058,
  })
  expect(() => customerScansContactWay(tenant, { config_id: unused })).toThrow('over')
})

test('a way with a unionid is for one customer', () => {
  const config_id = addWay({ user: ['ben'], is_temp: true, unionid: 'owm1' })

  expect(() => customerScansContactWay(tenant, { config_id, external_userid: 'wm2' })).toThrow('unionid owm1 only')
  expect(customerScansContactWay(tenant, { config_id, external_userid: 'wm1' }).events).toHaveLength(1)
})

test('no welcome code for those who have talked before, nor where the console has a welcome message', () => {
  const config_id = addWay()
  const pair = { userid: 'anna', external_userid: 'wm1' }
  customerWritesToMember(tenant, pair)
  memberDeletesCustomer(tenant, pair)

  const [again] = customerScansContactWay(tenant, { config_id, external_userid: 'wm1' }).events
  expect(again).not.toHaveProperty('WelcomeCode')
  const corp = smallCorp()
  const members = corp.members?.map((member) => ({ ...member, console_welcome: true }))
  tenant.reset({ ...corp, members })
  caller = createRawCaller(tenant, 'secret-all')
  const [greeted] = customerScansContactWay(tenant, { config_id: addWay() }).events
  expect(greeted).not.toHaveProperty('WelcomeCode')
})

test('what cannot be, says so', () => {
  expect(() => customerScansContactWay(tenant, { config_id: 'x' })).toThrow(
    new InputError('config_id', 'There is no contact way x; there are none'),
  )
  const config_id = addWay()
  expect(() => customerScansContactWay(tenant, { config_id, external_userid: 'wm1' })).toThrow('Nobody is left')
  expect(() => customerScansContactWay(tenant, { config_id, external_userid: 'wm99' })).toThrow('no customer wm99')
})
