import { expect, test } from 'vitest'
import type { Fault } from '../base/faults.ts'
import { createFakeCorp } from '../createFakeCorp.ts'
import { createRawCaller, readJson, sendRaw } from '../fixtures/rawCaller.ts'
import { smallCorp } from '../fixtures/smallCorp.ts'

const list = 'externalcontact/list'
const remark = 'externalcontact/remark'

test('an unknown path is 404 without a body, before faults and tokens', () => {
  const corp = createFakeCorp({ state: smallCorp() })
  corp.faults.add({ kind: 'errcode', errcode: -1 })

  expect(sendRaw(corp, 'GET', '/cgi-bin/externalcontact/nothing')).toMatchObject({ status: 404, body: '' })
  expect(corp.faults.list()).toHaveLength(1)
})

test('an app without the customer-contact permission gets 48002, before its parameters are looked at', () => {
  const caller = createRawCaller(createFakeCorp({ state: smallCorp() }), 'secret-payroll')

  expect(caller.get(list)).toMatchObject({ errcode: 48002, external_userid: [] })
})

test.for([
  ['no JSON', '{"userid":'],
  ['an array', '[]'],
  ['a number', '7'],
  ['null', 'null'],
  ['a wrong type', '{"userid":7,"external_userid":"wm1","remark":"x"}'],
  ['too long', JSON.stringify({ userid: 'anna', external_userid: 'wm1', remark: '长'.repeat(21) })],
  ['nothing to change', '{"userid":"anna","external_userid":"wm1"}'],
])('a body that is %s gets 40058 and changes nothing', ([, body = '']) => {
  const corp = createFakeCorp({ state: smallCorp() })
  const caller = createRawCaller(corp)
  const before = corp.state()

  expect(caller.post(remark, body)).toMatchObject({ errcode: 40058 })
  expect(corp.state()).toEqual(before)
})

test('missing fields have their own errcodes; an empty one is missing', () => {
  const caller = createRawCaller(createFakeCorp({ state: smallCorp() }))

  expect(caller.get(list)).toMatchObject({ errcode: 41009 })
  expect(caller.get(list, { userid: '' })).toMatchObject({ errcode: 41009 })
  expect(caller.get('externalcontact/get')).toMatchObject({ errcode: 41035 })
  expect(caller.post(remark, { userid: 'anna', remark: 'x' })).toMatchObject({ errcode: 41035 })
})

test.for(['GET', 'PUT', 'DELETE', 'OPTIONS'])('%s for a POST endpoint is 40058, whatever it carries', ([method]) => {
  const corp = createFakeCorp({ state: smallCorp() })
  const [app] = corp.apps.list()
  const token = app && corp.tokens.fetch(app).access_token
  const send = (path: string, body = ''): unknown =>
    readJson(sendRaw(corp, String(method), `/cgi-bin/externalcontact/${path}?access_token=${token}`, body))
  const before = corp.state()

  expect(send('get_corp_tag_list')).toMatchObject({ errcode: 40058, tag_group: [] })
  expect(send('remark', '{"userid":"anna","external_userid":"wm1","remark":"x"}')).toMatchObject({ errcode: 40058 })
  expect(corp.state()).toEqual(before)
})

test.for<[string, Uint8Array]>([
  // This is the body {"a":"…"} in bytes.
  ['not UTF-8', new Uint8Array([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0x22, 0x7d])],
  ['opened by a byte order mark', new Uint8Array([0xef, 0xbb, 0xbf, 0x7b, 0x7d])],
])('a body that is %s gets 40058', ([, body]) => {
  const corp = createFakeCorp({ state: smallCorp() })
  const [app] = corp.apps.list()
  const token = app && corp.tokens.fetch(app).access_token

  expect(
    readJson(sendRaw(corp, 'POST', `/cgi-bin/externalcontact/get_corp_tag_list?access_token=${token}`, body)),
  ).toMatchObject({ errcode: 40058 })
})

test('of a query field that is given twice the first counts, for tokens and all others', () => {
  const corp = createFakeCorp({ state: smallCorp() })
  const [app] = corp.apps.list()
  const token = app && corp.tokens.fetch(app).access_token
  const path = `/cgi-bin/${list}?access_token=${token}&access_token=bad&userid=anna&userid=nobody`

  expect(readJson(sendRaw(corp, 'GET', path))).toMatchObject({ errcode: 0 })
  expect(corp.journal.list().at(-1)?.query).toEqual({ userid: 'anna' })
})

test('what is wrong with a parameter is told in plain words', () => {
  const caller = createRawCaller(createFakeCorp({ state: smallCorp() }))
  const messageOf = (path: string, body: object): string =>
    String(caller.post(path, body)['errmsg']).split(', hint')[0] ?? ''
  const pair = { userid: 'anna', external_userid: 'wm1' }

  expect([
    messageOf(remark, { ...pair, remark: 7 }),
    messageOf(remark, pair),
    messageOf('externalcontact/add_msg_template', { chat_type: 'x', text: { content: 'x' } }),
    messageOf('externalcontact/batch/get_by_user', {}),
    messageOf('externalcontact/batch/get_by_user', { userid_list: Array.from({ length: 101 }, () => 'anna') }),
  ]).toMatchInlineSnapshot(`
    [
      "field \`remark\` expect type \`string\`. invalid Request Parameter",
      "one of remark, description, remark_company, remark_mobiles and remark_pic_mediaid is required. invalid Request Parameter",
      "chat_type is invalid. invalid Request Parameter",
      "userid_list is required. invalid Request Parameter",
      "userid_list exceed max length 100. invalid Request Parameter",
    ]
  `)
})

test('the errcodes for too long and too many are for just that', () => {
  const caller = createRawCaller(createFakeCorp({ state: smallCorp() }))
  const chats = (chat_id_list: unknown): unknown =>
    caller.post('externalcontact/groupchat/add_join_way', { scene: 1, chat_id_list })['errcode']

  expect(chats(Array.from({ length: 6 }, () => 'wr1'))).toBe(41091)
  expect([chats('wr1'), chats([7]), chats([''])]).toEqual([40058, 40058, 40058])
})

test('an empty list where an object belongs is left out, with a warning', () => {
  const corp = createFakeCorp({ state: smallCorp() })
  const caller = createRawCaller(corp)
  const warning = { errcode: 0, errmsg: 'ok. Warning: wrong json format. ' }
  const profile = { type: 1, scene: 2, user: ['anna'], is_temp: true }

  expect(caller.post('externalcontact/groupchat/list', { limit: 10, owner_filter: [] })).toMatchObject(warning)
  expect(
    caller.post('externalcontact/add_contact_way', { ...profile, conclusions: { text: { content: 'x' }, link: [] } }),
  ).toMatchObject(warning)
  expect(corp.contactWays.list().at(-1)?.conclusions).toEqual({ text: { content: 'x' } })
  expect(caller.post('externalcontact/get_corp_tag_list', { tag_id: [] })).toMatchObject({ errmsg: 'ok' })
  expect(caller.post('externalcontact/get_corp_tag_list', '{"constructor":[],"__proto__":[]}')).toMatchObject({
    errmsg: 'ok',
  })
})

test('faults: those that keep the call from being done', () => {
  const corp = createFakeCorp({ state: smallCorp() })
  const caller = createRawCaller(corp)
  const before = corp.state()
  const change = { userid: 'anna', external_userid: 'wm1', remark: 'x' }
  const faults: Fault[] = [
    { kind: 'errcode', errcode: 45033 },
    { kind: 'status', status: 503, retryAfter: 2 },
    { kind: 'html' },
    { kind: 'empty' },
    { kind: 'reset' },
  ]

  for (const fault of faults) {
    corp.faults.add({ ...fault, endpoint: 'updateContactRemark' })
    expect(caller.get('externalcontact/get_follow_user_list')).toMatchObject({ errcode: 0 })
    try {
      caller.post(remark, change)
    } catch {
      // Reads the status from the journal, because with some faults the answer is not JSON.
    }
  }

  expect(corp.state()).toEqual(before)
  expect(corp.journal.list(`/cgi-bin/${remark}`)).toMatchObject([
    { fault: 'errcode', status: 200, errcode: 45033 },
    { fault: 'status', status: 503, errcode: undefined },
    { fault: 'html', status: 200, errcode: undefined },
    { fault: 'empty', status: 200, errcode: undefined },
    { fault: 'reset', status: 0, errcode: undefined },
  ])
})

test('faults: those that strike after the call was done', () => {
  const corp = createFakeCorp({ state: smallCorp() })
  const caller = createRawCaller(corp)
  const note = (text: string): unknown => caller.post(remark, { userid: 'anna', external_userid: 'wm1', remark: text })

  corp.faults.add({ kind: 'lost-answer' })
  expect(() => note('lost')).toThrow('connection broke')
  expect(corp.follows.find('anna', 'wm1')?.remark).toBe('lost')

  corp.faults.add({ kind: 'truncate' })
  expect(() => note('cut')).toThrow(SyntaxError)
  expect(corp.follows.find('anna', 'wm1')?.remark).toBe('cut')

  expect(note('fine')).toEqual({ errcode: 0, errmsg: 'ok' })
})

test('faults: a token that expires under way stays expired', () => {
  const corp = createFakeCorp({ state: smallCorp() })
  const caller = createRawCaller(corp)
  corp.faults.add({ kind: 'expire-token' })

  expect(caller.get('getcallbackip')).toMatchObject({ errcode: 42001, ip_list: [] })
  expect(caller.get('getcallbackip')).toMatchObject({ errcode: 42001 })
  expect(createRawCaller(corp).get('getcallbackip')).toMatchObject({ errcode: 0 })
})

test('faults: as often as told, oldest first, with a delay for the transport', () => {
  const corp = createFakeCorp({ state: smallCorp() })
  const caller = createRawCaller(corp)
  corp.faults.add({ kind: 'errcode', errcode: -1, endpoint: '/cgi-bin/getcallbackip', times: 2 })
  corp.faults.add({ kind: 'errcode', errcode: 45033, times: 'always' })

  expect([1, 2, 3, 4].map(() => caller.get('getcallbackip')['errcode'])).toEqual([-1, -1, 45033, 45033])
  expect(corp.faults.list()).toEqual([{ kind: 'errcode', errcode: 45033, times: 'always' }])
  corp.faults.clear()
  corp.faults.add({ kind: 'delay', delayMs: 250 })
  expect(sendRaw(corp, 'GET', '/cgi-bin/getcallbackip')).toMatchObject({ delayMs: 250, status: 200 })
  expect(sendRaw(corp, 'GET', '/cgi-bin/getcallbackip')).toMatchObject({ delayMs: 0 })
})

test('journal: everything that arrived, without tokens and secrets', () => {
  const corp = createFakeCorp({ state: smallCorp() })
  const caller = createRawCaller(corp)
  caller.get(list, { userid: 'fay' })
  caller.post(remark, { userid: 'anna', external_userid: 'wm1', remark: 'x' })
  sendRaw(corp, 'POST', '/cgi-bin/nothing', 'text')

  expect(corp.journal.list()).toEqual([
    expect.objectContaining({ endpoint: 'getAccessToken', method: 'GET', query: { corpid: 'wwsmall' }, errcode: 0 }),
    expect.objectContaining({ path: '/cgi-bin/externalcontact/list', query: { userid: 'fay' }, errcode: 84061 }),
    expect.objectContaining({
      method: 'POST',
      body: { userid: 'anna', external_userid: 'wm1', remark: 'x' },
      query: {},
    }),
    expect.objectContaining({ endpoint: undefined, body: 'text', status: 404, errcode: undefined }),
  ])
  expect(JSON.stringify(corp.journal.list())).not.toContain('secret-all')
})

test('journal: the body of a call for a token is noted without its secrets', () => {
  const corp = createFakeCorp({ state: smallCorp() })
  const body = JSON.stringify({ suite_id: 'wx1', suite_secret: 'hidden', suite_ticket: 'hidden' })
  sendRaw(corp, 'POST', '/cgi-bin/service/get_suite_token', body)

  expect(corp.journal.list()).toMatchObject([{ body: { suite_id: 'wx1' } }])
  expect(JSON.stringify(corp.journal.list())).not.toContain('hidden')
})

test('journal: a large body is only measured, and a deep one is text', () => {
  const corp = createFakeCorp({ state: smallCorp() })
  const deep = `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
  const large = JSON.stringify({ a: 'x'.repeat(70_000) })
  const nested = `{"a":${'['.repeat(64)}${']'.repeat(64)}}`
  for (const body of [deep, large, nested]) sendRaw(corp, 'POST', '/cgi-bin/nothing', body)

  expect(corp.journal.list().map(({ body }) => body)).toEqual([{ bytes: deep.length }, { bytes: large.length }, nested])
})

test('journal: bounded', () => {
  const corp = createFakeCorp({ state: smallCorp() })
  for (let index = 0; index < 2500; index++) sendRaw(corp, 'GET', `/cgi-bin/getcallbackip?index=${index}`)

  const indexes = () => corp.journal.list().map(({ query }) => Number(query['index']))
  expect(indexes()).toEqual(Array.from({ length: 1000 }, (_, offset) => 1500 + offset))
  corp.journal.clear()
  sendRaw(corp, 'GET', '/cgi-bin/getcallbackip?index=0')
  expect(indexes()).toEqual([0])
})

test('the same start gives the same ids', () => {
  const tokens = [1, 1, 2].map((seed) => {
    const corp = createFakeCorp({ state: smallCorp(), seed })
    return readJson(sendRaw(corp, 'GET', '/cgi-bin/gettoken?corpid=wwsmall&corpsecret=secret-all'))['access_token']
  })

  expect(tokens[0]).toBe(tokens[1])
  expect(tokens[2]).not.toBe(tokens[0])
})
