import { beforeEach, expect, test } from 'vitest'
import { createFakeCorp } from '../createFakeCorp.ts'
import { providerCorp } from '../fixtures/providerCorp.ts'
import { readJson, sendRaw } from '../fixtures/rawCaller.ts'

const corp = createFakeCorp({ state: providerCorp() })
beforeEach(() => corp.reset())
const post = (path: string, body: object) =>
  readJson(sendRaw(corp, 'POST', `/cgi-bin/service/${path}`, JSON.stringify(body)))
const get = (path: string) => readJson(sendRaw(corp, 'GET', `/cgi-bin/${path}`))

const suiteSecrets: Readonly<Record<string, string>> = {
  wwsuite: 'suite-secret',
  dksuite: 'template-secret',
  wwother: 'other-secret',
}

function suiteQuery(suite_id = 'wwsuite'): string {
  const { suite_ticket } = corp.people.suiteTicketPushed({ suite_id })
  const params = { suite_id, suite_secret: suiteSecrets[suite_id], suite_ticket }
  return `?suite_access_token=${String(post('get_suite_token', params)['suite_access_token'])}`
}

test('a suite token, for secret and ticket; a success carries no errcode', () => {
  const { suite_ticket, events } = corp.people.suiteTicketPushed({ suite_id: 'wwsuite' })
  expect(events).toMatchObject([{ Event: 'suite_ticket', SuiteId: 'wwsuite', SuiteTicket: suite_ticket }])
  const params = { suite_id: 'wwsuite', suite_secret: 'suite-secret', suite_ticket }
  const ask = (change: object) => post('get_suite_token', { ...params, ...change })

  expect(ask({})).toEqual({ suite_access_token: expect.any(String), expires_in: 7200 })
  expect(ask({ suite_id: 'wwnone' })).toMatchObject({ errcode: 40083 })
  expect(ask({ suite_secret: 'x' })).toMatchObject({ errcode: 40080 })
  expect(ask({ suite_id: 'wwother', suite_secret: 'other-secret' })).toMatchObject({ errcode: 40085 })
  expect(ask({ suite_id: '' })).toMatchObject({ errcode: 41021 })
  expect(ask({ suite_secret: '' })).toMatchObject({ errcode: 41024 })
  expect(ask({ suite_ticket: '' })).toMatchObject({ errcode: 41023 })
  corp.clock.advance({ minutes: 30 })
  expect(ask({})).toMatchObject({ errcode: 40085 })
})

test('suite tokens have errcodes of their own', () => {
  const query = suiteQuery()
  const ask = (search: string) => get(`service/get_pre_auth_code${search}`)

  expect(ask(query)).toMatchObject({ errcode: 0, pre_auth_code: expect.any(String), expires_in: 1200 })
  expect(ask('')).toMatchObject({ errcode: 41022 })
  expect(ask('?suite_access_token=x')).toMatchObject({ errcode: 40082 })
  expect(get(`get_api_domain_ip${query.replace('suite_access_token', 'access_token')}`)).toMatchObject({
    errcode: 40014,
  })
  corp.clock.advance({ hours: 2 })
  expect(ask(query)).toMatchObject({ errcode: 42009 })
})

test('a pre-authorization code is configured within 20 minutes', () => {
  const query = suiteQuery()
  const { pre_auth_code } = get(`service/get_pre_auth_code${query}`)
  const set = (code: unknown) =>
    post(`set_session_info${query}`, { pre_auth_code: code, session_info: { auth_type: 1 } })

  expect([set(pre_auth_code), set('x')]).toMatchObject([{ errcode: 0 }, { errcode: 40077 }])
  corp.clock.advance({ minutes: 20 })
  expect(set(pre_auth_code)).toMatchObject({ errcode: 42007 })
})

test('a corp authorizes a suite, and takes it back', () => {
  const { events, auth_code } = corp.people.corpAuthorizesSuite({ suite_id: 'wwother' })
  expect(events).toMatchObject([{ Event: 'create_auth', SuiteId: 'wwother', AuthCode: auth_code }])
  const query = suiteQuery('wwother')
  const traded = post(`v2/get_permanent_code${query}`, { auth_code })
  expect(traded).toEqual({
    errcode: 0,
    errmsg: 'ok',
    permanent_code: expect.any(String),
    auth_corp_info: { corpid: 'wwsmall', corp_name: '总部' },
  })
  expect(post(`v2/get_permanent_code${query}`, { auth_code })).toMatchObject({ errcode: 40078 })
  expect(post(`v2/get_permanent_code${query}`, { auth_code: 'short' })).toMatchObject({ errcode: 40058 })

  const given = { auth_corpid: 'wwsmall', permanent_code: traded['permanent_code'] }
  const token = post(`get_corp_token${query}`, given)
  expect(token).toEqual({ access_token: expect.any(String), expires_in: 7200 })
  const list = `externalcontact/list?userid=anna&access_token=${String(token['access_token'])}`
  expect(get(list)).toMatchObject({ external_userid: ['wm1', 'wm2', 'wo3'] })
  expect(post(`v2/get_auth_info${query}`, given)).toMatchObject({
    auth_corp_info: { corpid: 'wwsmall' },
    auth_info: { agent: [{ agentid: expect.any(Number), is_customized_app: false }] },
  })
  expect(createFakeCorp({ state: corp.state() }).apps.ofSuite('wwother')).toMatchObject({
    secret: given.permanent_code,
  })

  expect(corp.people.corpCancelsSuite({ suite_id: 'wwother' }).events).toMatchObject([
    { Event: 'cancel_auth', SuiteId: 'wwother', AuthCorpId: 'wwsmall' },
  ])
  expect(post(`get_corp_token${query}`, given)).toMatchObject({ errcode: 40084 })
  expect(get(list)).toMatchObject({ errcode: 40014 })
  expect(() => corp.people.corpCancelsSuite({ suite_id: 'wwother' })).toThrow('has no app of suite wwother')
  expect(() => corp.people.corpCancelsSuite({ suite_id: 'x' })).toThrow('There is no suite x; suites: wwsuite')
})

test('keeps the rows of a removed app, and gives them back when it is installed again', () => {
  const app = corp.apps.ofSuite('dksuite')
  if (!app) throw new Error('no app')
  const product_id = corp.products.create(app, { product_sn: '', description: '', price: 1, media_ids: [] })
  const agentid = corp.apps.agentidOf(app)
  corp.people.corpCancelsSuite({ suite_id: 'dksuite' })
  expect(corp.apps.list().map(({ name }) => name)).not.toContain('made')
  expect(corp.apps.withAgentid(agentid)).toBeUndefined()

  corp.reset(corp.state())
  expect(gettoken('permanent-made')).toMatchObject({ errcode: 40001 })
  const secret = String(trade('dksuite')['permanent_code'])
  expect(secret).not.toBe('permanent-made')
  expect(gettoken(secret)).toMatchObject({ errcode: 0 })
  expect(corp.apps.ofSuite('dksuite')).toMatchObject({ name: 'made', secret })
  expect(corp.products.get(product_id)).toMatchObject({ app: 'made' })
  expect(createFakeCorp({ state: corp.state() }).state()).toEqual(corp.state())
})

test('the scope of a suite is that of its app', () => {
  const query = suiteQuery()
  const given = { auth_corpid: 'wwsmall', permanent_code: 'permanent-third' }

  expect(post(`get_auth_info${query}`, given)).toMatchObject({
    auth_info: { agent: [{ privilege: { allow_party: [2], allow_user: [] } }] },
  })
  expect(post(`get_corp_token${query}`, { ...given, permanent_code: 'permanent-made' })).toMatchObject({
    errcode: 40084,
  })
  const { access_token } = post(`get_corp_token${query}`, given)
  expect(get(`externalcontact/list?userid=dora&access_token=${String(access_token)}`)).toMatchObject({ errcode: 60011 })
})

const gettoken = (secret: string) => get(`gettoken?corpid=wwsmall&corpsecret=${secret}`)

test('a template fetches its tokens by gettoken, a third-party app does not', () => {
  const given = { auth_corpid: 'wwsmall', permanent_code: 'permanent-made' }

  expect(gettoken('permanent-made')).toMatchObject({ errcode: 0 })
  expect(gettoken('permanent-third')).toMatchObject({ errcode: 40001 })
  expect(post(`get_corp_token${suiteQuery('dksuite')}`, given)).toMatchObject({ errcode: 48002 })
})

function trade(suite_id: string): Record<string, unknown> {
  const { auth_code } = corp.people.corpAuthorizesSuite({ suite_id })
  return post(`get_permanent_code${suiteQuery(suite_id)}`, { auth_code })
}

test('the provider resets the permanent code of a template’s app: the old one and its token are void', () => {
  const { access_token } = gettoken('permanent-made')
  const { events, auth_code } = corp.people.providerResetsPermanentCode({ suite_id: 'dksuite' })
  expect(events).toMatchObject([{ Event: 'reset_permanent_code', SuiteId: 'dksuite', AuthCode: auth_code }])
  expect(gettoken('permanent-made')).toMatchObject({ errcode: 40001 })
  expect(get(`externalcontact/list?userid=anna&access_token=${String(access_token)}`)).toMatchObject({ errcode: 40014 })

  const traded = post(`v2/get_permanent_code${suiteQuery('dksuite')}`, { auth_code })
  expect(gettoken(String(traded['permanent_code']))).toMatchObject({ errcode: 0 })
  expect(() => corp.people.providerResetsPermanentCode({ suite_id: 'wwsuite' })).toThrow('is not a template')
})

test('the older trade gives a token too, to third-party apps', () => {
  expect(trade('wwsuite')).toMatchObject({ permanent_code: 'permanent-third', access_token: expect.any(String) })
  expect(trade('dksuite')).not.toHaveProperty('access_token')
})

const askAsProvider = (change: object) =>
  post('get_provider_token', { corpid: 'wwprovider', provider_secret: 'provider-secret', ...change })

test('the provider’s own token', () => {
  expect(askAsProvider({})).toMatchObject({ errcode: 0, provider_access_token: expect.any(String), expires_in: 7200 })
  expect(askAsProvider({ corpid: 'wwsmall' })).toMatchObject({ errcode: 40013 })
  expect(askAsProvider({ provider_secret: 'suite-secret' })).toMatchObject({ errcode: 40001 })
})

test('a fault expires tokens of suites too', () => {
  const query = suiteQuery()
  corp.faults.add({ kind: 'expire-token' })

  expect(get(`service/get_pre_auth_code${query}`)).toMatchObject({ errcode: 42009 })
})
