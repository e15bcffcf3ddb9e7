import { beforeEach, expect, test } from 'vitest'
import { createFakeCorp, type FakeCorp } from '../createFakeCorp.ts'
import { groupCorp } from '../fixtures/groupCorp.ts'
import { createRawCaller, type RawCaller } from '../fixtures/rawCaller.ts'
import { smallCorp } from '../fixtures/smallCorp.ts'
import { uploadedFile } from '../fixtures/uploadedFile.ts'

// Each test pairs a body that an SDK in PHP, Java or Go writes with the documented form of the same body.

let corp: FakeCorp
let caller: RawCaller

beforeEach(() => {
  corp = createFakeCorp({ state: { ...smallCorp(), group_chats: groupCorp().group_chats } })
  caller = createRawCaller(corp)
})

function post(path: string, body: object): Record<string, unknown> {
  // Removes the cursor, and the hint in the errmsg, because they differ from call to call.
  const { next_cursor: _, ...answer } = caller.post(`externalcontact/${path}`, body)
  return { ...answer, errmsg: String(answer['errmsg']).split(', hint')[0] }
}

const day = 24 * 3600
const groups = { limit: 100 }

test.for([
  ['groupchat/list', { limit: '100' }, groups],
  ['groupchat/list', { ...groups, owner_filter: { userid_list: [] } }, groups],
  ['groupchat/list', { ...groups, owner_filter: { userid_list: null } }, groups],
  ['groupchat/list', { ...groups, owner_filter: null, status_filter: '0', cursor: '' }, groups],
  ['batch/get_by_user', { userid: 'anna' }, { userid_list: ['anna'] }],
  ['batch/get_by_user', { userid_list: ['anna'], cursor: null, limit: '100' }, { userid_list: ['anna'], limit: 100 }],
  ['list_contact_way', { start_time: '1766937600', limit: '10' }, { start_time: 1_766_937_600, limit: 10 }],
] as const)('%s takes %j for %j', ([path, sent, meant]) => {
  const answer = post(path, sent)

  expect(answer).toMatchObject({ errcode: 0, errmsg: 'ok' })
  expect(answer).toEqual(post(path, meant))
})

test.for(['groupchat/statistic', 'groupchat/statistic_group_by_day'])('%s takes empty owners for none', (path) => {
  const day_begin_time = corp.clock.seconds() - 2 * day
  const plain = post(path, { day_begin_time })

  expect(plain).toMatchObject({ errcode: 0 })
  for (const owner_filter of [null, { userid_list: [] }, { userid_list: null }]) {
    expect(post(path, { day_begin_time: String(day_begin_time), owner_filter })).toEqual(plain)
  }
})

test('a contact way with every optional field at its empty value', () => {
  const settings = { style: 0, remark: '', skip_verify: false, state: '', party: [], is_temp: false }
  const temporary = { expires_in: 0, chat_expires_in: 0, unionid: '', conclusions: {} }

  expect(post('add_contact_way', { type: '1', scene: '2', user: ['anna'], ...settings, ...temporary })).toMatchObject({
    errcode: 0,
  })
  expect(post('add_contact_way', { type: 1, scene: 2, user: ['anna'], conclusions: null, party: null })).toMatchObject({
    errcode: 0,
  })
})

test('attachments whose other kinds are there, but empty', () => {
  const media_id = uploadedFile(corp, 'image')
  const empty = {
    image: { media_id: '', pic_url: '' },
    link: { title: '', picurl: '', desc: '', url: '' },
    miniprogram: { title: '', pic_media_id: '', appid: '', page: '' },
    video: { media_id: '' },
    file: { media_id: '' },
  }
  const link = { title: '目录', picurl: '', desc: '', url: 'https://example.com' }
  const attachments = [
    { msgtype: 'link', ...empty, link },
    { msgtype: 'image', ...empty, image: { media_id, pic_url: '' } },
  ]

  const mass = { chat_type: 'single', external_userid: ['wm1'], sender: 'anna', text: { content: '' }, attachments }
  expect(post('add_msg_template', mass)).toMatchObject({ errcode: 0, fail_list: [] })
  expect(post('group_welcome_template/add', { text: { content: '欢迎' }, ...empty, agentid: '1000002' })).toMatchObject(
    {
      errcode: 0,
    },
  )
  const { link: _link, video: _video, ...kinds } = empty
  const moment = [{ msgtype: 'link', ...kinds, link: { title: '目录', url: 'https://example.com', media_id } }]
  expect(post('add_moment_task', { text: { content: '' }, attachments: moment, visible_range: null })).toMatchObject({
    errcode: 0,
  })
})

test('departments and agents as texts', () => {
  const way = { type: 2, scene: 2, user: null, party: ['2'] }
  expect(post('add_contact_way', way)).toEqual({ ...post('add_contact_way', { ...way, party: [2] }), ...anyWay })
})

const anyWay = { config_id: expect.any(String), qr_code: expect.any(String) }

test.for([
  ['remark', { userid: {}, external_userid: 'wm1', remark: 'x' }, 40058, 'field `userid` expect type `string`'],
  ['remark', { userid: 'anna', external_userid: 'wm1', remark: ['x'] }, 40058, 'field `remark` expect type `string`'],
  ['groupchat/list', { limit: -1 }, 40058, 'field `limit` expect type `uint32`'],
  ['groupchat/list', { limit: {} }, 40058, 'field `limit` expect type `uint32`'],
  [
    'group_welcome_template/add',
    { text: { content: '' }, image: { media_id: '' } },
    40063,
    'some parameters are empty',
  ],
] as const)('error: %s refuses %j', ([path, body, errcode, errmsg]) => {
  expect(post(path, body)).toMatchObject({ errcode, errmsg: expect.stringContaining(errmsg) })
})
