import { expect, test } from 'vitest'
import { createFakeCorp, type FakeCorp } from '../createFakeCorp.ts'
import { groupChat, groupCorp } from '../fixtures/groupCorp.ts'
import { createRawCaller, type RawCaller } from '../fixtures/rawCaller.ts'
import { smallCorpTime } from '../fixtures/smallCorp.ts'

const way = 'externalcontact/groupchat'
const poster = { scene: 2, chat_id_list: ['wrAnna'], state: 'poster', remark: '海报' }

function open(): { corp: FakeCorp; caller: RawCaller; version: (chat_id: string) => unknown } {
  const corp = createFakeCorp({ state: groupCorp() })
  const caller = createRawCaller(corp)
  return {
    corp,
    caller,
    version: (chat_id) => {
      const { group_chat } = caller.post(`${way}/get`, { chat_id })
      return (group_chat as { member_version: string }).member_version
    },
  }
}

test('join ways: made, read, replaced as a whole, deleted', () => {
  const { caller } = open()
  const { config_id } = caller.post(`${way}/add_join_way`, { ...poster, remark: '海'.repeat(31) })
  expect(caller.post(`${way}/get_join_way`, { config_id })).toEqual({
    errcode: 0,
    errmsg: 'ok',
    join_way: {
      config_id,
      scene: 2,
      remark: '海'.repeat(30),
      auto_create_room: 1,
      chat_id_list: ['wrAnna'],
      qr_code: expect.stringMatching(/^https:/),
      state: 'poster',
      mark_source: true,
    },
  })

  const change = {
    config_id,
    scene: 1,
    chat_id_list: ['wrDora'],
    auto_create_room: 0,
    room_base_id: 10,
    room_base_name: '群',
  }
  expect(caller.post(`${way}/update_join_way`, change)).toEqual({ errcode: 0, errmsg: 'ok' })
  expect(caller.post(`${way}/get_join_way`, { config_id })['join_way']).toEqual({ ...change, mark_source: true })
  expect(caller.post(`${way}/del_join_way`, { config_id })).toEqual({ errcode: 0, errmsg: 'ok' })
  expect(caller.post(`${way}/get_join_way`, { config_id })).toMatchObject({ errcode: 41044 })
})

test('join ways: each app has its own', () => {
  const { corp, caller } = open()
  const other = createRawCaller(corp, 'secret-sales')
  const { config_id } = caller.post(`${way}/add_join_way`, poster)

  expect(other.post(`${way}/get_join_way`, { config_id })).toMatchObject({ errcode: 41044 })
  expect(other.post(`${way}/del_join_way`, { config_id })).toMatchObject({ errcode: 41044 })
  expect(other.post(`${way}/update_join_way`, { config_id, ...poster })).toMatchObject({ errcode: 41044 })
})

test('join ways: 500000 together with contact ways', () => {
  const { corp, caller } = open()
  const seeded = {
    app: 'all',
    scene: 2 as const,
    auto_create_room: 1 as const,
    chat_id_list: ['wrAnna'],
    mark_source: true,
  }
  corp.joinWays.load(Array.from({ length: 499_999 }, (_, index) => ({ config_id: String(index), ...seeded })))

  expect(caller.post(`${way}/add_join_way`, poster)).toMatchObject({ errcode: 0 })
  expect(caller.post(`${way}/add_join_way`, poster)).toMatchObject({ errcode: 41045 })
  const contactWay = { type: 1, scene: 2, user: ['anna'] }
  expect(caller.post('externalcontact/add_contact_way', contactWay)).toMatchObject({ errcode: 41045 })
  expect(caller.post('externalcontact/add_contact_way', { ...contactWay, is_temp: true })).toMatchObject({ errcode: 0 })
})

test.for([
  ['add_join_way', { ...poster, chat_id_list: ['1', '2', '3', '4', '5', '6'] }, 41091],
  ['add_join_way', { ...poster, chat_id_list: [] }, 40058],
  ['add_join_way', { ...poster, scene: 3 }, 40058],
  ['add_join_way', { ...poster, state: 'x'.repeat(31) }, 40058],
  ['add_join_way', { ...poster, room_base_name: 'x'.repeat(41) }, 40058],
  ['add_join_way', { ...poster, chat_id_list: ['wrNone'] }, 40050],
  ['get_join_way', {}, 41043],
  ['update_join_way', { config_id: '', ...poster }, 41043],
  ['update_join_way', { config_id: 'none', ...poster }, 41044],
  ['del_join_way', { config_id: 'none' }, 41044],
] as const)('%s %j gets %i', ([path, body, errcode]) => {
  expect(open().caller.post(`${way}/${path}`, body)).toMatchObject({ errcode })
})

test('a customer who scans a join way carries its state; events tell the versions before and after', () => {
  const { corp, caller, version } = open()
  const config_id = String(caller.post(`${way}/add_join_way`, poster)['config_id'])
  const before = version('wrAnna')
  const { external_userid, chat_id, events } = corp.people.customerScansJoinWay({ config_id, name: '新人' })

  expect(chat_id).toBe('wrAnna')
  expect(events).toEqual([
    {
      Event: 'change_external_chat',
      ChangeType: 'update',
      ChatId: 'wrAnna',
      UpdateDetail: 'add_member',
      JoinScene: 3,
      MemChangeCnt: 1,
      MemChangeList: { Item: [external_userid] },
      LastMemVer: before,
      CurMemVer: version('wrAnna'),
      CreateTime: smallCorpTime,
    },
  ])
  const { group_chat } = caller.post(`${way}/get`, { chat_id: 'wrAnna', need_name: 1 })
  expect((group_chat as { member_list: object[] }).member_list.at(-1)).toMatchObject({
    userid: external_userid,
    name: '新人',
    join_scene: 3,
    state: 'poster',
    unionid: expect.any(String),
  })
  const [left] = corp.people.customerLeavesGroup({ chat_id: 'wrAnna', external_userid }).events
  expect(left).toMatchObject({ LastMemVer: events[0]?.['CurMemVer'], CurMemVer: version('wrAnna') })
  expect(new Set([before, left?.['LastMemVer'], left?.['CurMemVer']]).size).toBe(3)
  corp.people.customerScansJoinWay({ config_id, external_userid })
  expect(() => corp.people.customerScansJoinWay({ config_id, external_userid })).toThrow(
    'is already in group chat wrAnna',
  )
})

test('full groups: a join way opens new ones, counting on, or turns people away', () => {
  const given = groupCorp()
  const corp = createFakeCorp({ state: { ...given, group_chats: [{ ...groupChat('wrA', 'anna'), member_limit: 2 }] } })
  const caller = createRawCaller(corp)
  const add = (more: object): string =>
    String(caller.post(`${way}/add_join_way`, { scene: 2, chat_id_list: ['wrA'], ...more })['config_id'])
  const [config_id, closed] = [add({ room_base_name: '业主', room_base_id: 10 }), add({ auto_create_room: 0 })]
  const scan = (): string => corp.people.customerScansJoinWay({ config_id }).chat_id

  expect(scan()).toBe('wrA')
  expect(() => corp.people.customerScansJoinWay({ config_id: closed })).toThrow(
    'has room, and the join way cannot create another group chat',
  )
  const [second, third] = [scan(), scan()]
  expect([second, third].map((chat_id) => corp.groupChats.find(chat_id))).toMatchObject([
    { name: '业主10', owner: 'anna' },
    { name: '业主11', owner: 'anna' },
  ])
  expect(corp.events.list().map(({ ChangeType, ChatId }) => [ChangeType, ChatId])).toEqual([
    ['update', 'wrA'],
    ['create', second],
    ['update', second],
    ['create', third],
    ['update', third],
  ])
  expect(caller.post(`${way}/get_join_way`, { config_id })).toMatchObject({
    join_way: { chat_id_list: ['wrA', second, third], room_base_id: 10 },
  })
})

test('the life of a group, as events tell it', () => {
  const { corp } = open()
  const { chat_id, events } = corp.people.memberOpensGroup({
    userid: 'anna',
    name: '新',
    external_userid: ['wm1', 'wm2'],
  })
  const about = { Event: 'change_external_chat', ChatId: chat_id, CreateTime: smallCorpTime }
  const told = [
    ...events,
    ...corp.people.memberJoinsGroup({ chat_id, userid: 'ben', invitor: 'anna' }).events,
    ...corp.people.customerJoinsGroup({ chat_id, external_userid: 'wo3', invitor: 'ben', join_scene: 2 }).events,
    ...corp.people.groupChanges({ chat_id, name: '老', notice: '欢迎', admins: ['ben'] }).events,
    ...corp.people.customerLeavesGroup({ chat_id, external_userid: 'wm2', removed: true }).events,
    ...corp.people.ownerChanges({ chat_id, userid: 'ben' }).events,
    ...corp.people.memberLeavesGroup({ chat_id, userid: 'anna' }).events,
  ]

  expect(told).toMatchObject([
    { ...about, ChangeType: 'create' },
    { ...about, ChangeType: 'update', UpdateDetail: 'add_member', JoinScene: 0, MemChangeList: { Item: ['ben'] } },
    { ...about, UpdateDetail: 'add_member', JoinScene: 0, MemChangeList: { Item: ['wo3'] } },
    { ...about, UpdateDetail: 'change_name' },
    { ...about, UpdateDetail: 'change_notice' },
    { ...about, UpdateDetail: 'del_member', QuitScene: 1, MemChangeCnt: 1, MemChangeList: { Item: ['wm2'] } },
    { ...about, UpdateDetail: 'change_owner' },
    { ...about, UpdateDetail: 'del_member', QuitScene: 0 },
  ])
  expect(createRawCaller(corp).post(`${way}/get`, { chat_id })).toMatchObject({
    group_chat: {
      name: '老',
      notice: '欢迎',
      owner: 'ben',
      admin_list: [],
      member_list: [
        { userid: 'wm1', invitor: { userid: 'anna' } },
        { userid: 'ben', invitor: { userid: 'anna' } },
        { userid: 'wo3', join_scene: 2, invitor: { userid: 'ben' } },
      ],
    },
  })
  expect(corp.people.groupDismissed({ chat_id }).events).toEqual([{ ...about, ChangeType: 'dismiss' }])
  expect(createFakeCorp({ state: corp.state() }).state()).toEqual(corp.state())
})

test('groups whose owner lacks customer contact raise no events', () => {
  const { corp } = open()

  expect(corp.people.customerJoinsGroup({ chat_id: 'wrEmil' }).events).toEqual([])
  expect(corp.events.list()).toEqual([])
})

test('refuses impossible actions with a reason', () => {
  const { corp } = open()

  expect(() => corp.people.customerJoinsGroup({ chat_id: 'none' })).toThrow(
    'There is no group chat none; group chats: wrAnna, wrCarl',
  )
  expect(() => corp.people.customerJoinsGroup({ chat_id: 'wrAnna', external_userid: 'wm1' })).toThrow('already')
  expect(() => corp.people.customerLeavesGroup({ chat_id: 'wrAnna', external_userid: 'wm2' })).toThrow(
    'wm2 is not in group',
  )
  expect(() => corp.people.memberLeavesGroup({ chat_id: 'wrAnna', userid: 'anna' })).toThrow('call ownerChanges first')
  expect(() => corp.people.ownerChanges({ chat_id: 'wrAnna', userid: 'dora' })).toThrow('dora is not in group chat')
  expect(() => corp.people.ownerChanges({ chat_id: 'wrAnna', userid: 'anna' })).toThrow('already')
  expect(() => corp.people.customerScansJoinWay({ config_id: 'none' })).toThrow(
    'There is no join way none; join ways: none',
  )
  expect(() => corp.people.memberOpensGroup({ userid: 'anna', external_userid: ['wm1'], member_limit: 1 })).toThrow(
    'too small for the owner',
  )
  corp.people.groupDismissed({ chat_id: 'wrAnna' })
  expect(() => corp.people.groupDismissed({ chat_id: 'wrAnna' })).toThrow('Group chat wrAnna is dismissed')
})
