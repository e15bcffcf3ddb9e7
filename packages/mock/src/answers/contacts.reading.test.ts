import { expect, test } from 'vitest'
import { createFakeCorp } from '../createFakeCorp.ts'
import { providerCorp } from '../fixtures/providerCorp.ts'
import { createRawCaller, type RawCaller } from '../fixtures/rawCaller.ts'
import { follow, smallCorp, wechatUser } from '../fixtures/smallCorp.ts'
import { uploadedFile } from '../fixtures/uploadedFile.ts'

const given = smallCorp()
const open = (secret = 'secret-all') => createRawCaller(createFakeCorp({ state: given }), secret)

test('get_follow_user_list: members with the feature, in the app’s sight, on the job', () => {
  const path = 'externalcontact/get_follow_user_list'

  expect(open().get(path)).toEqual({ errcode: 0, errmsg: 'ok', follow_user: ['anna', 'ben', 'dora', 'fay'] })
  expect(open('secret-sales').get(path)).toMatchObject({ follow_user: ['anna', 'ben'] })
})

test('check_follow_user: authorized and unauthorized ids, without empty lists', () => {
  const caller = open()
  const check = (body: object): unknown => caller.post('externalcontact/check_follow_user', body)

  expect(check({ userid: ['anna', 'emil', 'carl', 'nobody'], partyid: [2, 3, 9] })).toEqual({
    errcode: 0,
    errmsg: 'ok',
    authorized: { userid: ['anna'], partyid: [2] },
    unauthorized: { userid: ['emil', 'carl', 'nobody'], partyid: [3, 9] },
  })
  expect(check({ userid: ['anna'] })).toMatchObject({ authorized: { userid: ['anna'] }, unauthorized: {} })
  expect(check({})).toEqual({ errcode: 0, errmsg: 'ok', authorized: {}, unauthorized: {} })
})

test('list: the customers of a member', () => {
  expect(open().get('externalcontact/list', { userid: 'anna' })).toEqual({
    errcode: 0,
    errmsg: 'ok',
    external_userid: ['wm1', 'wm2', 'wo3'],
  })
})

test.for([
  ['ben', 'secret-all', 84061, 'has no customers'],
  ['emil', 'secret-all', 84061, 'lacks the feature'],
  ['nobody', 'secret-all', 60111, 'is unknown'],
  ['carl', 'secret-all', 40003, 'has left'],
  ['no spaces', 'secret-all', 40003, 'is no userid'],
  ['a'.repeat(65), 'secret-all', 40003, 'is too long'],
  ['dora', 'secret-sales', 60011, 'is out of sight'],
] as const)('list: "%s" (%s) gets %i: %s', ([userid, secret, errcode]) => {
  expect(open(secret).get('externalcontact/list', { userid })).toMatchObject({ errcode, external_userid: [] })
})

test('get: the customer and the visible members who have them', () => {
  const answer = open().get('externalcontact/get', { external_userid: 'wm1' })

  expect(answer).toEqual({
    errcode: 0,
    errmsg: 'ok',
    external_contact: { external_userid: 'wm1', name: '客户wm1', type: 1, gender: 1, unionid: 'owm1' },
    follow_user: [
      {
        userid: 'anna',
        remark: '',
        description: '',
        createtime: 1_700_000_000,
        tags: [
          { group_name: '级别', tag_name: '重要', tag_id: 'et1', type: 1 },
          { group_name: '阶段', tag_name: '报价', tag_id: 'st1', type: 3 },
          { group_name: '我的', tag_name: '球友', type: 2 },
        ],
        add_way: 1,
        oper_userid: 'wm1',
      },
      {
        userid: 'dora',
        remark: '',
        description: '',
        createtime: 1_700_000_000,
        add_way: 10,
        oper_userid: 'wm1',
        state: 'live',
        wechat_channels: { nickname: '直播间', source: 2 },
      },
    ],
  })
  expect(open('secret-sales').get('externalcontact/get', { external_userid: 'wm1' })['follow_user']).toHaveLength(1)
})

test.for([
  ['unknown', 'secret-all', 40096],
  ['wm4', 'secret-all', 84061],
  ['wm5', 'secret-all', 40096],
] as const)('get: %s (%s) gets %i', ([external_userid, secret, errcode]) => {
  expect(open(secret).get('externalcontact/get', { external_userid })).toMatchObject({ errcode, follow_user: [] })
})

test('get: followers come by 500', () => {
  const userids = Array.from({ length: 501 }, (_, index) => `m${index}`)
  const corp = createFakeCorp({
    state: {
      departments: [{ id: 1, name: '总部', parentid: 0 }],
      members: userids.map((userid) => ({
        userid,
        name: userid,
        department: [1],
        customer_contact: true,
        verified: true,
      })),
      customers: [wechatUser('wm1')],
      follows: userids.map((userid) => follow(userid, 'wm1')),
    },
  })
  const caller = createRawCaller(corp)
  const first = caller.get('externalcontact/get', { external_userid: 'wm1' })
  const second = caller.get('externalcontact/get', { external_userid: 'wm1', cursor: String(first['next_cursor']) })

  expect(first['follow_user']).toHaveLength(500)
  expect(second).toMatchObject({ external_contact: { external_userid: 'wm1' }, follow_user: [{ userid: 'm500' }] })
  expect(second).not.toHaveProperty('next_cursor')
})

const batch = 'externalcontact/batch/get_by_user'

test('batch: one entry for each relation, without personal tags', () => {
  const answer = open().post(batch, { userid_list: ['anna', 'dora', 'emil'] })

  expect(answer).toMatchObject({ errcode: 0, next_cursor: '' })
  expect(answer['external_contact_list']).toMatchObject([
    { external_contact: { external_userid: 'wm1' }, follow_info: { userid: 'anna', tag_id: ['et1', 'st1'] } },
    { external_contact: { external_userid: 'wm2' } },
    { external_contact: { external_userid: 'wo3', corp_name: '四方' } },
    { external_contact: { external_userid: 'wm1' }, follow_info: { userid: 'dora' } },
  ])
  expect(JSON.stringify(answer)).not.toContain('球友')
})

test('batch: reading a page again shows later changes', () => {
  const caller = open()
  const page = (): Record<string, unknown> => caller.post(batch, { userid_list: ['anna'] })
  const before = page()
  expect(page()).toEqual(before)

  caller.post('externalcontact/remark', { userid: 'anna', external_userid: 'wm1', remark: '老客户' })
  caller.post('externalcontact/mark_tag', { userid: 'anna', external_userid: 'wm2', add_tag: ['et1'] })
  caller.post('externalcontact/del_corp_tag', { tag_id: ['et2'] })
  expect(page()).toMatchObject({
    external_contact_list: [{ follow_info: { remark: '老客户' } }, { follow_info: { tag_id: ['et1'] } }, {}],
  })
  expect(JSON.stringify(page())).not.toContain('et2')
})

test('batch: 50 a page unless told, 100 at most, and a larger limit is no error', () => {
  const customers = Array.from({ length: 120 }, (_, index) => wechatUser(`wm${index}`))
  const corp = createFakeCorp({
    state: {
      ...given,
      customers,
      follows: customers.map(({ external_userid }) => follow('ben', external_userid)),
    },
  })
  const caller = createRawCaller(corp)
  const page = (more: object): Record<string, unknown> => caller.post(batch, { userid_list: ['ben'], ...more })

  const first = page({ limit: 1000 })
  expect(page({})['external_contact_list']).toHaveLength(50)
  expect(first['external_contact_list']).toHaveLength(100)
  expect(page({ limit: 1000, cursor: first['next_cursor'] })).toMatchObject({ next_cursor: '' })
  expect(page({ limit: 0 })['external_contact_list']).toHaveLength(50)
  expect(page({ limit: 'x' })).toMatchObject({ errcode: 40058, external_contact_list: [] })
})

test.for([
  [['anna', 'nobody'], 40031],
  [['carl'], 40031],
  [[], 40058],
  [Array.from({ length: 101 }, () => 'anna'), 40058],
] as const)('batch: %j gets %i', ([userid_list, errcode]) => {
  expect(open().post(batch, { userid_list })).toMatchObject({ errcode, external_contact_list: [] })
})

test('cursors: for the same list of the same app, for four hours, and again after a lost answer', () => {
  const corp = createFakeCorp({ state: given, pageSize: 2 })
  const [caller, other] = [createRawCaller(corp), createRawCaller(corp, 'secret-sales')]
  const { next_cursor: cursor } = caller.post(batch, { userid_list: ['anna'] })

  expect(caller.post(batch, { userid_list: ['dora'], cursor })).toMatchObject({ errcode: 50100 })
  expect(other.post(batch, { userid_list: ['anna'], cursor })).toMatchObject({ errcode: 50100 })
  const again = caller.post(batch, { userid_list: ['anna'], cursor })
  expect(again['external_contact_list']).toMatchObject([{ external_contact: { external_userid: 'wo3' } }])
  expect(caller.post(batch, { userid_list: ['anna'], cursor })).toEqual(again)

  corp.clock.advance({ hours: 4 })
  expect(createRawCaller(corp).post(batch, { userid_list: ['anna'], cursor })).toMatchObject({ errcode: 50100 })
})

test('remark: writes the given fields, an empty string erases, the rest stays', () => {
  const corp = createFakeCorp({ state: given })
  const caller = createRawCaller(corp)
  const note = (fields: object): unknown =>
    caller.post('externalcontact/remark', { userid: 'anna', external_userid: 'wm1', ...fields })
  const read = (): unknown => {
    const { follow_user } = caller.get('externalcontact/get', { external_userid: 'wm1' })
    return (follow_user as object[])[0]
  }

  note({ remark: '老王', description: '急', remark_company: '四方', remark_mobiles: ['138', '139'] })
  expect(read()).toMatchObject({
    remark: '老王',
    description: '急',
    remark_corp_name: '四方',
    remark_mobiles: ['138', '139'],
  })
  note({ remark: '', remark_company: '' })
  expect(read()).toMatchObject({ remark: '', description: '急' })
  expect(read()).not.toHaveProperty('remark_corp_name')
  note({ remark_mobiles: [''] })
  expect(read()).not.toHaveProperty('remark_mobiles')
  note({ remark_mobiles: ['137'] })
  note({ remark_mobiles: '' })
  expect(read()).not.toHaveProperty('remark_mobiles')
})

test('remark: a company is noted of WeChat users only', () => {
  const corp = createFakeCorp({ state: given })
  const body = { userid: 'anna', external_userid: 'wo3', remark_company: '四方' }

  expect(createRawCaller(corp).post('externalcontact/remark', body)).toMatchObject({ errcode: 0 })
  expect(corp.follows.find('anna', 'wo3')).not.toHaveProperty('remark_corp_name')
})

test.for([
  ['nobody', 'wm1', 60111],
  ['dora', 'unknown', 40096],
  ['dora', 'wm2', 84061],
  ['emil', 'wm5', 84061],
] as const)('remark: %s of %s gets %i', ([userid, external_userid, errcode]) => {
  expect(open().post('externalcontact/remark', { userid, external_userid, remark: 'x' })).toMatchObject({ errcode })
})

test('contact_list: customers and others, one id for each person and walk', () => {
  const caller = open()
  const walk = (): Record<string, unknown>[] =>
    caller.post('externalcontact/contact_list', {})['info_list'] as Record<string, unknown>[]
  const [first, second] = [walk(), walk()]

  expect(first).toHaveLength(6)
  expect(first[0]).toEqual({
    is_customer: true,
    tmp_openid: expect.any(String),
    external_userid: 'wm1',
    follow_userid: 'anna',
    add_time: 1_700_000_000,
  })
  expect(first.slice(4)).toMatchObject([
    { is_customer: false, name: '周**', follow_userid: 'anna' },
    { is_customer: false, name: '周**', chat_name: '老客户' },
  ])
  expect(first[4]?.['tmp_openid']).toBe(first[5]?.['tmp_openid'])
  expect(new Set(first.map((entry) => entry['tmp_openid'])).size).toBe(4)
  expect(second[0]?.['tmp_openid']).not.toBe(first[0]?.['tmp_openid'])
})

test('contact_list: a worn-out cursor gets 701105', () => {
  const corp = createFakeCorp({ state: given })
  const { next_cursor: cursor } = createRawCaller(corp).post('externalcontact/contact_list', { limit: 1 })
  corp.clock.advance({ hours: 4 })

  const answer = createRawCaller(corp).post('externalcontact/contact_list', { limit: 1, cursor })
  expect(answer).toMatchObject({ errcode: 701105, info_list: [] })
})

test('contact_list: not for apps of providers', () => {
  const caller = createRawCaller(createFakeCorp({ state: providerCorp() }), 'permanent-made')

  expect(caller.post('externalcontact/contact_list', {})).toMatchObject({ errcode: 48002, info_list: [] })
})

const read = (caller: RawCaller): unknown[] => {
  const { external_contact, follow_user } = caller.get('externalcontact/get', { external_userid: 'wm1' })
  const list = caller.post(batch, { userid_list: ['anna'], limit: 1 })['external_contact_list']
  const [entry] = list as Record<string, unknown>[]
  return [external_contact, entry?.['external_contact'], (follow_user as object[])[0], entry?.['follow_info']]
}
const corpOf = (caller: RawCaller): unknown => caller.get('externalcontact/get', { external_userid: 'wo3' })

test('get and batch: apps of providers learn less of a customer', () => {
  const state = providerCorp()
  const corp = createFakeCorp({
    state: {
      ...state,
      customers: state.customers?.map((customer) => ({ ...customer, avatar: 'https://wx.qlogo.cn/1' })),
      follows: state.follows?.map((one) => ({ ...one, remark_mobiles: ['138'] })),
    },
  })
  const own = createRawCaller(corp, 'secret-all')
  const made = createRawCaller(corp, 'permanent-made')
  const whole = { gender: 1, unionid: 'owm1', avatar: 'https://wx.qlogo.cn/1' }
  expect(read(own)).toMatchObject([whole, whole, { remark_mobiles: ['138'] }, { remark_mobiles: ['138'] }])
  const told = { external_userid: 'wm1', name: '客户wm1', type: 1, gender: 0 }
  const [contact, ofBatch, ...relations] = read(made)
  expect([contact, ofBatch]).toEqual([told, told])
  expect(relations).toMatchObject([{ userid: 'anna' }, { userid: 'anna' }])
  expect(JSON.stringify(relations)).not.toContain('remark_mobiles')
  expect(corpOf(own)).toMatchObject({ external_contact: { corp_full_name: '四方公司' } })
  expect(corpOf(made)).toMatchObject({ external_contact: { corp_name: '四方', corp_full_name: '四方' } })
})

test('the paths from before 2019 answer, one of them in older words', () => {
  const caller = open()

  expect(caller.get('crm/get_customer_contacts')).toEqual({
    errcode: 0,
    errmsg: 'ok',
    customer_contacts: ['anna', 'ben', 'dora', 'fay'],
  })
  expect(caller.get('crm/get_external_contact_list', { userid: 'anna' })).toEqual(
    caller.get('externalcontact/list', { userid: 'anna' }),
  )
  expect(caller.get('crm/get_external_contact', { external_userid: 'wm1' })).toEqual(
    caller.get('externalcontact/get', { external_userid: 'wm1' }),
  )
  expect(caller.post('crm/get_unassigned_list', {})).toEqual(caller.post('externalcontact/get_unassigned_list', {}))
})

test('remark: a picture has to be an image of temporary media', () => {
  const corp = createFakeCorp({ state: given })
  const caller = createRawCaller(corp)
  const note = (remark_pic_mediaid: string): unknown =>
    caller.post('externalcontact/remark', {
      userid: 'anna',
      external_userid: 'wm1',
      remark: 'x',
      remark_pic_mediaid,
    })['errcode']

  expect(['nope', uploadedFile(corp, 'video'), uploadedFile(corp, 'image', 1)].map(note)).toEqual([40007, 40007, 40007])
  expect(corp.follows.find('anna', 'wm1')?.remark).toBe('')
  expect([uploadedFile(corp, 'image'), ''].map(note)).toEqual([0, 0])
})
