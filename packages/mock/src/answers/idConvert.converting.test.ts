import { beforeEach, expect, test } from 'vitest'
import { createFakeCorp } from '../createFakeCorp.ts'
import { providerCorp } from '../fixtures/providerCorp.ts'
import { createRawCaller, createSuiteAppCaller, type RawCaller, readJson, sendRaw } from '../fixtures/rawCaller.ts'

const corp = createFakeCorp({ state: providerCorp() })
let own: RawCaller
/** Calls WeCom as the provider-developed app, which can see all members. */
let made: RawCaller
/** Calls WeCom as the third-party app, which can see only the sales department. */
let third: RawCaller
beforeEach(() => {
  corp.reset()
  own = createRawCaller(corp, 'secret-all')
  made = createRawCaller(corp, 'permanent-made')
  third = createSuiteAppCaller(corp, 'wwsuite')
})

const person = { unionid: 'owm1', openid: 'o1' }

const convert = (unionid: string, as = made) => as.post('idconvert/unionid_to_external_userid', { ...person, unionid })

test('a unionid is a customer, or pends until it is one', () => {
  const lookUp = (external_userid: string[], as = made) =>
    as.post('idconvert/batch/external_userid_to_pending_id', { external_userid })

  expect(convert('owm1')).toMatchObject({ errcode: 0, external_userid: 'wm1' })
  expect(convert('owm1', own)).toMatchObject({ errcode: 48002 })
  expect(convert('bad!')).toMatchObject({ errcode: 610014 })

  const { pending_id, ...rest } = convert('onew')
  expect([typeof pending_id, rest]).toEqual(['string', { errcode: 0, errmsg: 'ok' }])
  expect(convert('onew')).toMatchObject({ pending_id })
  corp.customers.add({ external_userid: 'wmNew', name: '新', type: 1, gender: 0, unionid: 'onew' })
  expect(lookUp(['wmNew'])).toMatchObject({ errcode: 40096, result: [] })
  corp.people.customerAddsMember({ userid: 'anna', external_userid: 'wmNew' })
  expect(lookUp(['wm1', 'wmNew'])).toMatchObject({ result: [{ external_userid: 'wmNew', pending_id }] })
  expect(convert('onew')).toMatchObject({ external_userid: 'wmNew' })

  corp.clock.advance({ days: 90 })
  made = createRawCaller(corp, 'permanent-made')
  expect(lookUp(['wmNew'])).toMatchObject({ result: [] })
})

test('customers outside the visible range get a pending id', () => {
  corp.people.customerAddsMember({ userid: 'dora', external_userid: 'wm5' })

  expect(convert('owm5')).toMatchObject({ external_userid: 'wm5' })
  expect(convert('owm5', third)).toMatchObject({ pending_id: expect.any(String) })
})

test('the older calls', () => {
  const path = 'externalcontact/unionid_to_external_userid'
  expect(third.post(path, person)).toMatchObject({ external_userid: 'wm1' })
  expect(third.post(path, { ...person, unionid: 'onobody' })).toMatchObject({ errcode: 40096 })

  const suite = corp.provider.findSuite('wwsuite')
  if (!suite) throw new Error('no suite')
  const { access_token } = corp.suiteTokens.fetch(suite)
  const ask = (body: object) =>
    readJson(
      sendRaw(
        corp,
        'POST',
        `/cgi-bin/service/externalcontact/unionid_to_external_userid_3rd?suite_access_token=${access_token}`,
        JSON.stringify(body),
      ),
    )
  expect(ask(person)).toMatchObject({ external_userid_info: [{ corpid: 'wwsmall', external_userid: 'wm1' }] })
  expect(ask({ ...person, corpid: 'wwelse' })).toMatchObject({ external_userid_info: [] })
})

test('up- and downstream: the corp is its own only downstream corp', () => {
  const find = (body: object) => own.post('corpgroup/unionid_to_external_userid', { ...person, ...body })
  expect(find({})).toMatchObject({ external_userid_info: [{ corpid: 'wwsmall', external_userid: 'wm1' }] })
  expect(find({ unionid: 'onobody' })).toMatchObject({ external_userid_info: [] })

  const { pending_id } = own.post('corpgroup/unionid_to_pending_id', person)
  const lookUp = { external_userid: ['wm1', 'wm2'] }
  expect(own.post('corpgroup/batch/external_userid_to_pending_id', lookUp)).toMatchObject({
    result: [{ external_userid: 'wm1', pending_id }],
  })
  expect(made.post('idconvert/batch/external_userid_to_pending_id', lookUp)).toMatchObject({ result: [] })
})

const toOpenid = (external_userid: string) => own.post('externalcontact/convert_to_openid', { external_userid })

test('openids are of WeChat users', () => {
  expect(toOpenid('wm1')).toMatchObject({ openid: 'oOpen_1' })
  expect(toOpenid('wo3')).toMatchObject({ errcode: 41056 })
  expect(toOpenid('wm9')).toMatchObject({ errcode: 40096 })
  expect(toOpenid('')).toMatchObject({ errcode: 41035 })
})

test('ids of the provider and of the corp, there and back', () => {
  const list = { external_userid_list: ['wm1', 'wmSvc_2'] }
  const source_agentid = 1_000_005
  const back = (external_userid: string, agentid = source_agentid) =>
    own.post('externalcontact/from_service_external_userid', { external_userid, source_agentid: agentid })

  expect(made.post('externalcontact/to_service_external_userid', { external_userid: 'wm1' })).toMatchObject({
    external_userid: 'wmSvc_1',
  })
  expect(third.post('externalcontact/to_service_external_userid', { external_userid: 'wm1' })).toMatchObject({
    errcode: 48002,
  })
  expect(third.post('externalcontact/get_new_external_userid', list)).toMatchObject({
    items: [
      { external_userid: 'wm1', new_external_userid: 'wmSvc_1' },
      { external_userid: 'wmSvc_2', new_external_userid: 'wmSvc_2' },
    ],
  })
  expect(back('wmSvc_1')).toMatchObject({ errcode: 0, external_userid: 'wm1' })
  expect(back('wm1')).toMatchObject({ errcode: 40096 })
  expect(back('wmSvc_1', 1_000_002)).toMatchObject({ errcode: 40056 })
})

const status = (one: number, three: number) => [
  { openid_type: 1, status: one },
  { openid_type: 3, status: three },
]

test('a migration is finished by the provider, for good', () => {
  const provider = corp.provider.get()
  if (!provider) throw new Error('no provider')
  const { access_token } = corp.providerTokens.fetch(provider)
  const finish = (path: string, body: object) =>
    readJson(
      sendRaw(corp, 'POST', `/cgi-bin/service/${path}?provider_access_token=${access_token}`, JSON.stringify(body)),
    )
  const state = () => third.post('corp/get_openid_migration', {})['migration_info']

  expect(state()).toEqual(status(0, 0))
  expect(finish('externalcontact/finish_external_userid_migration', { corpid: 'wwsmall' })).toMatchObject({
    errcode: 0,
  })
  expect(state()).toEqual(status(0, 1))
  expect(third.post('externalcontact/get_new_external_userid', { external_userid_list: ['wm1'] })).toMatchObject({
    errcode: 48002,
  })
  expect(finish('finish_openid_migration', { corpid: 'wwsmall', openid_type: [1] })).toMatchObject({ errcode: 0 })
  expect(state()).toEqual(status(1, 1))
  expect(finish('finish_openid_migration', { corpid: 'wwprovider', openid_type: [1] })).toMatchObject({
    errcode: 610022,
  })
  expect(finish('finish_openid_migration', { corpid: 'wwelse', openid_type: [1] })).toMatchObject({ errcode: 40013 })
})

test('temporary ids: those of customers in sight', () => {
  const body = { business_type: 1, user_type: 1, tmp_external_userid_list: ['tmp_wm1', 'tmp_wm9', 'x'] }

  expect(own.post('idconvert/convert_tmp_external_userid', body)).toEqual({
    errcode: 0,
    errmsg: 'ok',
    results: [{ tmp_external_userid: 'tmp_wm1', external_userid: 'wm1' }],
    invalid_tmp_external_userid_list: ['tmp_wm9', 'x'],
  })
})

test('the ticket for mass calls is given once', () => {
  expect(made.get('corp/apply_mass_call_ticket')).toMatchObject({ mass_call_ticket: expect.any(String) })
  expect(made.get('corp/apply_mass_call_ticket')).toMatchObject({ errcode: 48002 })
  expect(createFakeCorp({ state: corp.state() }).state()).toEqual(corp.state())
})

test('pending ids of a group: those of its present members', () => {
  const { pending_id } = convert('onew')
  corp.customers.add({ external_userid: 'wmNew', name: '新', type: 1, gender: 0, unionid: 'onew' })
  corp.people.customerAddsMember({ userid: 'anna', external_userid: 'wmNew' })
  const { chat_id } = corp.people.memberOpensGroup({ userid: 'anna', external_userid: ['wmNew'] })
  const lookUp = () =>
    made.post('idconvert/batch/external_userid_to_pending_id', { chat_id, external_userid: ['wmNew'] })['result']

  expect(lookUp()).toEqual([{ external_userid: 'wmNew', pending_id }])
  corp.people.customerLeavesGroup({ chat_id, external_userid: 'wmNew' })
  expect(lookUp()).toEqual([])
})

const unchanged = (id: string) => ({ external_tagid: id, open_external_tagid: id })

test('the ids of tags and tag groups come back unchanged, those of deleted and unknown ones not at all', () => {
  const { group, tags } = corp.tags.create({ app: 'made', group_name: '意向', tag: [{ name: '高' }, { name: '低' }] })
  const [high = '', low = ''] = tags.map(({ id }) => id)
  const convertTags = (as: RawCaller) =>
    as.post('idconvert/external_tagid', { external_tagid_list: [group.group_id, high, low, 'etGone'] })

  expect(convertTags(made)).toEqual({
    errcode: 0,
    errmsg: 'ok',
    items: [group.group_id, high, low].map(unchanged),
    invalid_external_tagid_list: ['etGone'],
  })
  expect(made.post('externalcontact/del_corp_tag', { tag_id: [low] })).toMatchObject({ errcode: 0 })
  expect(convertTags(made)).toMatchObject({
    items: [group.group_id, high].map(unchanged),
    invalid_external_tagid_list: [low, 'etGone'],
  })
  expect(convertTags(own)).toMatchObject({ errcode: 48002, items: [] })
})
