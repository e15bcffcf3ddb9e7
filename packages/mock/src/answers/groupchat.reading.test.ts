import { expect, test } from 'vitest'
import { createFakeCorp } from '../createFakeCorp.ts'
import { groupChat, groupCorp, joined } from '../fixtures/groupCorp.ts'
import { createRawCaller } from '../fixtures/rawCaller.ts'
import { smallCorpTime } from '../fixtures/smallCorp.ts'

const list = 'externalcontact/groupchat/list'
const get = 'externalcontact/groupchat/get'
const open = (secret = 'secret-all') => createRawCaller(createFakeCorp({ state: groupCorp() }), secret)

test('list: groups of visible owners on the job with customer contact', () => {
  expect(open().post(list, { limit: 10 })).toEqual({
    errcode: 0,
    errmsg: 'ok',
    group_chat_list: [
      { chat_id: 'wrAnna', status: 0 },
      { chat_id: 'wrDora', status: 0 },
    ],
    next_cursor: '',
  })
  expect(open('secret-sales').post(list, { limit: 10 })).toMatchObject({ group_chat_list: [{ chat_id: 'wrAnna' }] })
})

test('list: groups of resigned owners, if the call names the owner or department', () => {
  const carls = { group_chat_list: [{ chat_id: 'wrCarl', status: 1 }] }
  const filter = { userid_list: ['carl', 'nobody'] }

  expect(open().post(list, { limit: 10, owner_filter: filter })).toMatchObject(carls)
  expect(open('secret-sales').post(list, { limit: 10, owner_filter: filter, status_filter: 1 })).toMatchObject(carls)
  expect(open().post(list, { limit: 10, owner_filter: filter, status_filter: 3 })).toMatchObject({
    group_chat_list: [],
  })
  expect(open().post(list, { limit: 10, owner_filter: { partyid_list: [2] } })).toMatchObject({
    group_chat_list: [{ chat_id: 'wrAnna' }, { chat_id: 'wrCarl' }],
  })
  expect(open('secret-sales').post(list, { limit: 10, owner_filter: { userid_list: ['dora'] } })).toMatchObject({
    group_chat_list: [],
  })
})

test('list: by cursor, and by offset as it was before', () => {
  const caller = open()
  const first = caller.post(list, { limit: 1 })

  expect(caller.post(list, { limit: 1, cursor: first['next_cursor'] })).toMatchObject({
    group_chat_list: [{ chat_id: 'wrDora' }],
    next_cursor: '',
  })
  expect(caller.post(list, { limit: 1, status_filter: 1, cursor: first['next_cursor'] })).toMatchObject({
    errcode: 50100,
  })
  expect(caller.post(list, { limit: 5, offset: 1 })).toEqual({
    errcode: 0,
    errmsg: 'ok',
    group_chat_list: [{ chat_id: 'wrDora', status: 0 }],
  })
})

test.for([
  [{}, 40058],
  [{ limit: 0 }, 40058],
  [{ limit: 1001 }, 40058],
  [{ limit: 1000, offset: 49_001 }, 40058],
  [{ limit: 10, owner_filter: { userid_list: Array.from({ length: 101 }, () => 'anna') } }, 40058],
] as const)('list: %j gets %i', ([body, errcode]) => {
  expect(open().post(list, body)).toMatchObject({ errcode, group_chat_list: [] })
})

test('list: more than 1000 people in sight, and owners have to be named', () => {
  const given = groupCorp()
  const crowd = Array.from({ length: 996 }, (_, index) => ({
    userid: `m${index}`,
    name: '众',
    department: [3],
    customer_contact: false,
    verified: true,
  }))
  const corp = createFakeCorp({ state: { ...given, members: [...(given.members ?? []), ...crowd] } })

  expect(createRawCaller(corp).post(list, { limit: 10 })).toMatchObject({ errcode: 81017, group_chat_list: [] })
  expect(createRawCaller(corp, 'secret-sales').post(list, { limit: 10 })).toMatchObject({ errcode: 0 })
  const named = createRawCaller(corp).post(list, { limit: 10, owner_filter: { userid_list: ['anna'] } })
  expect(named).toMatchObject({ group_chat_list: [{ chat_id: 'wrAnna' }] })
})

test('get: the group and its members', () => {
  const given = groupCorp()
  const group = {
    ...groupChat('wrFull', 'anna', [
      { ...joined('ben', 1), invitor: 'anna' },
      { ...joined('wm1', 2), join_scene: 3 as const, state: 'poster', group_nickname: '老王' },
      { ...joined('wo3', 2), join_scene: 2 as const, invitor: 'wm1' },
      { ...joined('wm2', 2), left_at: smallCorpTime - 10 },
    ]),
    notice: '欢迎',
    admins: ['ben'],
  }
  const caller = createRawCaller(createFakeCorp({ state: { ...given, group_chats: [group] } }))
  const at = { join_time: smallCorpTime - 86_400, group_nickname: '' }

  expect(caller.post(get, { chat_id: 'wrFull' })).toEqual({
    errcode: 0,
    errmsg: 'ok',
    group_chat: {
      chat_id: 'wrFull',
      name: '群wrFull',
      owner: 'anna',
      create_time: smallCorpTime - 86_400,
      notice: '欢迎',
      member_list: [
        { userid: 'anna', type: 1, join_scene: 1, ...at },
        { userid: 'ben', type: 1, join_scene: 1, invitor: { userid: 'anna' }, ...at },
        { userid: 'wm1', type: 2, unionid: 'owm1', join_scene: 3, state: 'poster', ...at, group_nickname: '老王' },
        { userid: 'wo3', type: 2, join_scene: 2, ...at },
      ],
      admin_list: [{ userid: 'ben' }],
      member_version: expect.stringMatching(/^[0-9a-f]{32}$/),
    },
  })
  expect(caller.post(get, { chat_id: 'wrFull', need_name: 1 })).toMatchObject({
    group_chat: { member_list: [{ name: '安娜' }, { name: '本' }, { name: '客户wm1' }, { name: '李四' }] },
  })
})

test.for([
  ['wrNone', 'secret-all', 40050],
  ['wrEmil', 'secret-all', 90501],
  ['wrDora', 'secret-sales', 60011],
  ['', 'secret-all', 40058],
] as const)('get: "%s" (%s) gets %i', ([chat_id, secret, errcode]) => {
  expect(open(secret).post(get, { chat_id })).toMatchObject({ errcode })
})

test('a dismissed group is not listed, and reading it gives 49008', () => {
  const corp = createFakeCorp({ state: groupCorp() })
  const caller = createRawCaller(corp)
  corp.people.groupDismissed({ chat_id: 'wrAnna' })

  expect(caller.post(list, { limit: 10 })).toMatchObject({ group_chat_list: [{ chat_id: 'wrDora' }] })
  expect(caller.post(get, { chat_id: 'wrAnna' })).toMatchObject({ errcode: 49008 })
})

test.for([
  ['owrAnna', 'secret-sales', 0],
  ['owrNone', 'secret-all', 90511],
  ['owrEmil', 'secret-all', 90509],
  ['owrDora', 'secret-sales', 60011],
] as const)('opengid_to_chatid: %s (%s) gets %i', ([opengid, secret, errcode]) => {
  expect(open(secret).post('externalcontact/opengid_to_chatid', { opengid })).toMatchObject({
    errcode,
    ...(errcode === 0 && { chat_id: 'wrAnna' }),
  })
})

test('providers’ apps: no unionid, and the provider’s ids of group members', () => {
  const given = groupCorp()
  const suites = [{ suite_id: 'dkSuite', suite_secret: 'suite-secret' }]
  const theirs = { name: 'theirs', secret: 'permanent', customer_contact: true, suite_id: 'dkSuite' }
  const corp = createFakeCorp({
    state: {
      ...given,
      apps: [...(given.apps ?? []), theirs],
      provider: { corpid: 'wwprovider', secret: 'provider-secret', suites, migrated: [] },
    },
  })
  const path = 'externalcontact/groupchat/get_new_external_userid'
  const [caller, own] = [createRawCaller(corp, 'permanent'), createRawCaller(corp)]
  const ask = (external_userid_list: string[], chat_id = 'wrAnna'): unknown =>
    caller.post(path, { chat_id, external_userid_list })

  expect(ask(['wm4', 'wmSvc_1'])).toEqual({
    errcode: 0,
    errmsg: 'ok',
    items: [
      { external_userid: 'wm4', new_external_userid: 'wmSvc_4' },
      { external_userid: 'wmSvc_1', new_external_userid: 'wmSvc_1' },
    ],
  })
  expect(ask(['wm2'])).toMatchObject({ errcode: 40096, items: [] })
  expect(ask(['anna'])).toMatchObject({ errcode: 40096 })
  expect(ask(['wm4'], 'wrNone')).toMatchObject({ errcode: 40050 })
  expect(own.post(path, { chat_id: 'wrAnna', external_userid_list: ['wm4'] })).toMatchObject({ errcode: 48002 })
  expect(JSON.stringify(caller.post(get, { chat_id: 'wrAnna' }))).not.toContain('unionid')
})
