import { beforeEach, expect, test } from 'vitest'
import { InputError } from '../base/input.ts'
import { createFakeCorp } from '../createFakeCorp.ts'
import { createRawCaller, type RawCaller } from '../fixtures/rawCaller.ts'
import { smallCorp } from '../fixtures/smallCorp.ts'

const corp = createFakeCorp({ state: smallCorp() })
let caller: RawCaller
beforeEach(() => {
  corp.reset()
  caller = createRawCaller(corp, 'secret-all')
})

function addWay(body: object = {}): string {
  const way = { type: 1, scene: 2, user: ['anna'], state: 'shop-7', ...body }
  return String(caller.post('externalcontact/add_contact_way', way)['config_id'])
}

test('a scan makes contacts at once, with channel and welcome code', () => {
  const { events, external_userid } = corp.people.customerScansContactWay({ config_id: addWay(), name: '王先生' })

  expect(events).toEqual([
    {
      Event: 'change_external_contact',
      ChangeType: 'add_external_contact',
      UserID: 'anna',
      ExternalUserID: external_userid,
      State: 'shop-7',
      WelcomeCode: expect.any(String),
      CreateTime: corp.clock.seconds(),
    },
  ])
  expect(corp.events.list()).toEqual(events)
  expect(caller.get('externalcontact/get', { external_userid })).toMatchObject({
    external_contact: { name: '王先生', type: 1 },
    follow_user: [{ userid: 'anna', state: 'shop-7', add_way: 1, oper_userid: external_userid }],
  })
})

test('without skip_verify the member has to confirm', () => {
  const config_id = addWay({ skip_verify: false })
  const { events, external_userid } = corp.people.customerScansContactWay({ config_id })

  expect(events).toEqual([])
  expect(caller.get('externalcontact/get', { external_userid })).toMatchObject({ errcode: 84061 })
  expect(createFakeCorp({ state: corp.state() }).friendRequests.list()).toHaveLength(1)
  expect(corp.people.memberAcceptsCustomer({ userid: 'anna', external_userid }).events).toMatchObject([
    { ChangeType: 'add_external_contact', State: 'shop-7' },
  ])
  expect(caller.get('externalcontact/get', { external_userid })).toMatchObject({ errcode: 0 })
  expect(() => corp.people.memberAcceptsCustomer({ userid: 'anna', external_userid })).toThrow(
    'has not asked to add member anna',
  )
})

test('several members: the one with the fewest customers, or the given one', () => {
  const config_id = addWay({ type: 2, user: ['anna', 'dora'], party: [2] })

  expect(corp.people.customerScansContactWay({ config_id })).toMatchObject({ userid: 'ben' })
  expect(corp.people.customerScansContactWay({ config_id, userid: 'dora' })).toMatchObject({ userid: 'dora' })
  expect(() => corp.people.customerScansContactWay({ config_id, userid: 'fay' })).toThrow(
    'fay does not receive customers here',
  )
  const service = addWay({ type: 2, user: [], party: [3] })
  expect(() => corp.people.customerScansContactWay({ config_id: service, userid: 'emil' })).toThrow(
    'members who do: dora',
  )
})

test('is_exclusive leads people of one corp to the same member', () => {
  const config_id = addWay({ type: 2, user: ['anna', 'ben'], is_exclusive: true })
  corp.customers.add({ external_userid: 'wo9', name: '同事', type: 2, gender: 0, corp_name: '四方' })

  expect(corp.people.customerScansContactWay({ config_id, external_userid: 'wo9' })).toMatchObject({ userid: 'anna' })
})

test('a temporary way is spent by the first, and its session can be closed once', () => {
  const config_id = addWay({ is_temp: true })
  const { external_userid } = corp.people.customerScansContactWay({ config_id })
  const close = (body: object = {}) =>
    caller.post('externalcontact/close_temp_chat', { userid: 'anna', external_userid, ...body })

  expect(() => corp.people.customerScansContactWay({ config_id })).toThrow('Temporary contact way')
  expect(close({ external_userid: 'wm1' })).toMatchObject({ errcode: 40058 })
  expect(close({ external_userid: 'wm4' })).toMatchObject({ errcode: 84061 })
  expect(close()).toMatchObject({ errcode: 0 })
  expect(close()).toMatchObject({ errcode: 40058 })
})

test('a session ends by itself; a way ends unused', () => {
  const used = addWay({ is_temp: true, chat_expires_in: 3600 })
  const unused = addWay({ is_temp: true, expires_in: 3600 })
  const { external_userid } = corp.people.customerScansContactWay({ config_id: used })
  corp.clock.advance({ hours: 1 })

  expect(caller.post('externalcontact/close_temp_chat', { userid: 'anna', external_userid })).toMatchObject({
    errcode: 40058,
  })
  expect(() => corp.people.customerScansContactWay({ config_id: unused })).toThrow('has expired')
})

test('a way with a unionid is for one customer', () => {
  const config_id = addWay({ user: ['ben'], is_temp: true, unionid: 'owm1' })

  expect(() => corp.people.customerScansContactWay({ config_id, external_userid: 'wm2' })).toThrow(
    'Only the customer with unionid owm1',
  )
  expect(corp.people.customerScansContactWay({ config_id, external_userid: 'wm1' }).events).toHaveLength(1)
})

test('no welcome code for those who have talked before, nor where the console has a welcome message', () => {
  const config_id = addWay()
  const pair = { userid: 'anna', external_userid: 'wm1' }
  corp.people.customerWritesToMember(pair)
  corp.people.memberDeletesCustomer(pair)

  const [again] = corp.people.customerScansContactWay({ config_id, external_userid: 'wm1' }).events
  expect(again).not.toHaveProperty('WelcomeCode')
  const given = smallCorp()
  const members = given.members?.map((member) => ({ ...member, console_welcome: true }))
  corp.reset({ ...given, members })
  caller = createRawCaller(corp, 'secret-all')
  const [greeted] = corp.people.customerScansContactWay({ config_id: addWay() }).events
  expect(greeted).not.toHaveProperty('WelcomeCode')
})

test('refuses impossible actions with a reason', () => {
  expect(() => corp.people.customerScansContactWay({ config_id: 'x' })).toThrow(
    new InputError('config_id', 'There is no contact way x; contact ways: none'),
  )
  const config_id = addWay()
  expect(() => corp.people.customerScansContactWay({ config_id, external_userid: 'wm1' })).toThrow(
    'No member can receive customer',
  )
  expect(() => corp.people.customerScansContactWay({ config_id, external_userid: 'wm99' })).toThrow('no customer wm99')
})
