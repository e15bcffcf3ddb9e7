import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createFakeCorp } from '../createFakeCorp.ts'
import { groupCorp } from '../fixtures/groupCorp.ts'
import { providerCorp } from '../fixtures/providerCorp.ts'
import { smallCorpTime } from '../fixtures/smallCorp.ts'
import { type MockServer, listen } from '../server/listen.ts'

// Calls the server by plain `fetch`, domain by domain, like a program in another language. Paths, fields and errcodes are
// copied from the official pages.

type Answer = Record<string, unknown>

const day = 24 * 3600
const ok = { errcode: 0, errmsg: 'ok' }
const corp = createFakeCorp({ state: { ...providerCorp(), group_chats: groupCorp().group_chats } })
let server: MockServer
let token: string

beforeAll(async () => {
  server = await listen(corp)
})
beforeEach(async () => {
  corp.reset()
  token = await fetchToken('secret-all')
})
afterAll(() => server.close())

async function send(pathAndQuery: string, init?: RequestInit): Promise<Answer> {
  return (await (await fetch(server.url + pathAndQuery, init)).json()) as Answer
}

async function fetchToken(secret: string): Promise<string> {
  const { access_token } = await send(`/cgi-bin/gettoken?corpid=wwsmall&corpsecret=${secret}`)
  return String(access_token)
}

function get(path: string, query: Record<string, string> = {}): Promise<Answer> {
  return send(`/cgi-bin/${path}?${new URLSearchParams({ access_token: token, ...query }).toString()}`)
}

function post(path: string, body: object | string): Promise<Answer> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return send(`/cgi-bin/${path}?access_token=${token}`, { method: 'POST', body: text })
}

async function people(action: string, body: object): Promise<Answer[]> {
  const answer = await send(`/__corp/people/${action}`, { method: 'POST', body: JSON.stringify(body) })
  return answer['events'] as Answer[]
}

test('core: tokens, and what is wrong with a call', async () => {
  const query = 'corpid=wwsmall&corpsecret=secret-all'
  expect(await send(`/cgi-bin/gettoken?${query}`)).toEqual({ ...ok, access_token: token, expires_in: 7200 })
  expect(await send('/cgi-bin/gettoken?corpid=wwsmall&corpsecret=wrong')).toMatchObject({ errcode: 40001 })
  expect(await send('/cgi-bin/externalcontact/get?external_userid=wm1')).toMatchObject({ errcode: 41001 })
  expect(await send('/cgi-bin/externalcontact/get?access_token=x&external_userid=wm1')).toMatchObject({
    errcode: 40014,
  })
  expect(await post('externalcontact/remark', '{')).toMatchObject({ errcode: 40058 })
  expect(await get('getcallbackip')).toMatchObject({ ...ok, ip_list: expect.arrayContaining([expect.any(String)]) })
  token = await fetchToken('secret-payroll')
  expect(await get('externalcontact/get_follow_user_list')).toMatchObject({ errcode: 48002 })
})

test('contacts: the same follow by two calls, each with its own form of tags', async () => {
  expect(await get('externalcontact/list', { userid: 'anna' })).toEqual({
    ...ok,
    external_userid: ['wm1', 'wm2', 'wo3'],
  })
  expect(await get('externalcontact/list', { userid: 'ben' })).toMatchObject({ errcode: 84061 })
  expect(await post('externalcontact/remark', { userid: 'anna', external_userid: 'wm1', remark: '老客户' })).toEqual(ok)
  expect(await get('externalcontact/get', { external_userid: 'wm1' })).toMatchObject({
    ...ok,
    external_contact: { external_userid: 'wm1', type: 1, unionid: 'owm1' },
    follow_user: [
      {
        userid: 'anna',
        remark: '老客户',
        tags: [
          { group_name: '级别', tag_name: '重要', tag_id: 'et1', type: 1 },
          { tag_id: 'st1', type: 3 },
          { group_name: '我的', tag_name: '球友', type: 2 },
        ],
      },
      { userid: 'dora', add_way: 10, wechat_channels: { nickname: '直播间', source: 2 } },
    ],
  })
  const page = await post('externalcontact/batch/get_by_user', { userid_list: ['anna'], limit: 1 })
  expect(page).toMatchObject({
    ...ok,
    external_contact_list: [{ follow_info: { remark: '老客户', tag_id: ['et1', 'st1'] } }],
    next_cursor: expect.stringMatching(/.+/),
  })
})

test('tags: made, marked, named twice', async () => {
  const wanted = { group_name: '来源', tag: [{ name: '展会' }] }
  const { tag_group } = await post('externalcontact/add_corp_tag', wanted)
  const [createdTag] = (tag_group as { tag: { id: string }[] }).tag
  const mark = { userid: 'anna', external_userid: 'wm2', add_tag: [createdTag?.id] }

  expect(await post('externalcontact/mark_tag', mark)).toEqual(ok)
  expect(await post('externalcontact/add_corp_tag', wanted)).toMatchObject({ errcode: 40071 })
  expect(await post('externalcontact/mark_tag', { ...mark, add_tag: ['et0'] })).toMatchObject({ errcode: 40068 })
  expect(await post('externalcontact/get_corp_tag_list', { tag_id: [createdTag?.id] })).toMatchObject({
    ...ok,
    tag_group: [{ group_name: '来源', tag: [{ id: createdTag?.id, name: '展会' }] }],
  })
})

test('contact-way and messages: a scan, one welcome, and no second one', async () => {
  const { config_id } = await post('externalcontact/add_contact_way', { type: 1, scene: 2, user: ['ben'], state: 'a' })
  expect(await post('externalcontact/get_contact_way', { config_id })).toMatchObject({
    ...ok,
    contact_way: { config_id, type: 1, scene: 2, user: ['ben'], state: 'a', skip_verify: true },
  })
  const [added] = await people('customerScansContactWay', { config_id, name: '王先生' })
  expect(added).toMatchObject({ Event: 'change_external_contact', ChangeType: 'add_external_contact', State: 'a' })
  const welcome = { welcome_code: added?.['WelcomeCode'], text: { content: '您好' } }
  expect(await post('externalcontact/send_welcome_msg', welcome)).toEqual(ok)
  expect(await post('externalcontact/send_welcome_msg', welcome)).toMatchObject({ errcode: 41051 })
})

test('messages: a mass message, and what became of it', async () => {
  const { msgid, fail_list } = await post('externalcontact/add_msg_template', {
    external_userid: ['wm1', 'wmNobody'],
    sender: 'anna',
    text: { content: '新品' },
  })
  expect(fail_list).toEqual(['wmNobody'])
  await people('memberConfirmsMassMessage', { userid: 'anna', msgid })
  expect(await post('externalcontact/get_groupmsg_send_result', { msgid, userid: 'anna' })).toMatchObject({
    ...ok,
    send_list: [{ external_userid: 'wm1', userid: 'anna', status: 1, send_time: smallCorpTime }],
  })
})

test('groupchat: list, detail, and whose it cannot become', async () => {
  expect(await post('externalcontact/groupchat/list', { limit: 1 })).toMatchObject({
    ...ok,
    group_chat_list: [{ chat_id: expect.stringMatching(/^wr/), status: 0 }],
    next_cursor: expect.stringMatching(/.+/),
  })
  expect(await post('externalcontact/groupchat/get', { chat_id: 'wrAnna', need_name: 1 })).toMatchObject({
    ...ok,
    group_chat: { chat_id: 'wrAnna', owner: 'anna', member_list: expect.arrayContaining([expect.any(Object)]) },
  })
  expect(
    await post('externalcontact/groupchat/transfer', { chat_id_list: ['wrCarl', 'wrAnna'], new_owner: 'ben' }),
  ).toMatchObject({ ...ok, failed_chat_list: [{ chat_id: 'wrAnna', errcode: 90500 }] })
})

test('moments: a task, and a minute later a moment', async () => {
  const { jobid } = await post('externalcontact/add_moment_task', {
    text: { content: '开放日' },
    visible_range: { sender_list: { user_list: ['anna'] } },
  })
  corp.clock.advance({ minutes: 1 })
  expect(await get('externalcontact/get_moment_task_result', { jobid: String(jobid) })).toMatchObject({
    ...ok,
    status: 3,
    type: 'add_moment_task',
    result: { errcode: 0, moment_id: expect.any(String) },
  })
})

test('stats: of members, and of groups by their owners', async () => {
  const days = { start_time: smallCorpTime - day, end_time: smallCorpTime - day }
  expect(await post('externalcontact/get_user_behavior_data', { userid: ['anna'], ...days })).toMatchObject({
    ...ok,
    behavior_data: [{ chat_cnt: 0, new_contact_cnt: 0 }],
  })
  expect(
    await post('externalcontact/groupchat/statistic', {
      day_begin_time: smallCorpTime - day,
      owner_filter: { userid_list: ['anna'] },
    }),
  ).toMatchObject({ ...ok, items: [{ owner: 'anna', data: { chat_total: expect.any(Number) } }] })
})

test('acquisition: a link, and who came by it', async () => {
  await people('corpBuysAcquisitionQuota', { count: 10 })
  const { link } = await post('externalcontact/customer_acquisition/create_link', {
    link_name: '春季',
    range: { user_list: ['ben'] },
  })
  const { link_id } = link as { link_id: string }
  await people('customerUsesAcquisitionLink', { link_id, customer_channel: 'spring' })
  expect(await post('externalcontact/customer_acquisition/customer', { link_id })).toMatchObject({
    ...ok,
    customer_list: [{ userid: 'ben', chat_status: 0, state: 'spring' }],
  })
  expect(await get('externalcontact/customer_acquisition_quota')).toMatchObject({ ...ok, total: 1, balance: 9 })
})

test('id-convert: for the apps of a provider only', async () => {
  const person = { unionid: 'owm1', openid: 'o1' }
  expect(await post('idconvert/unionid_to_external_userid', person)).toMatchObject({ errcode: 48002 })
  token = await fetchToken('permanent-made')
  expect(await post('idconvert/unionid_to_external_userid', person)).toEqual({ ...ok, external_userid: 'wm1' })
})

test('intercept: a rule, until it is gone', async () => {
  const { rule_id } = await post('externalcontact/add_intercept_rule', {
    rule_name: '承诺',
    word_list: ['最低价'],
    intercept_type: 1,
    applicable_range: { user_list: ['anna'] },
  })
  expect(await get('externalcontact/get_intercept_rule_list')).toMatchObject({ ...ok, rule_list: [{ rule_id }] })
  expect(await post('externalcontact/del_intercept_rule', { rule_id })).toEqual(ok)
  expect(await post('externalcontact/get_intercept_rule', { rule_id })).toMatchObject({ errcode: 41071 })
})

test('media and products: a picture goes up as a form, and into the album', async () => {
  const form = new FormData()
  form.set('media', new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])], 'a.png'))
  const query = `access_token=${token}&media_type=image&attachment_type=2`
  const uploaded = await send(`/cgi-bin/media/upload_attachment?${query}`, { method: 'POST', body: form })
  expect(uploaded).toMatchObject({ ...ok, type: 'image', media_id: expect.any(String) })

  const picture = { type: 'image', image: { media_id: uploaded['media_id'] } }
  const { product_id } = await post('externalcontact/add_product_album', {
    description: '沙发',
    price: 329_900,
    attachments: [picture],
  })
  expect(await post('externalcontact/get_product_album', { product_id })).toMatchObject({
    ...ok,
    product: { product_id, description: '沙发', price: 329_900, attachments: [{ type: 'image' }] },
  })
  expect(await get('media/get', { media_id: 'x' })).toMatchObject({ errcode: 40007 })
})
