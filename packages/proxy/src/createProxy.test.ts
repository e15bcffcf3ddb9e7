import { getContactEndpoint, listContactIdsEndpoint } from '@wecom/contacts'
import { getAccessTokenEndpoint, getCorpAccessTokenEndpoint, getPermanentCodeEndpoint } from '@wecom/core'
import { createTestClient } from '@wecom/core/testing'
import { expect, test, vi } from 'vitest'
import { createProxy } from './createProxy.ts'
import { createTestProxy, get, post } from './fixtures/createTestProxy.ts'
import type { ProxyOptions, Verdict } from './ProxyOptions.ts'

const ids = { errcode: 0, errmsg: 'ok', external_userid: ['wm1'] }

test('default: the call goes on with a token, and only with what the schema knows', async () => {
  const { proxy, sent, headers, events } = createTestProxy([ids])
  const request = get('externalcontact/list?userid=anna', {
    authorization: 'Bearer s',
    cookie: 'session=1',
    'x-forwarded-for': '10.0.0.1',
    range: 'bytes=0-1',
  })
  const response = await proxy(request)

  expect(response.status).toBe(200)
  expect(await response.json()).toEqual(ids)
  expect(Object.fromEntries(response.headers)).toEqual({
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; sandbox",
    'content-type': 'application/json; charset=UTF-8',
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  })
  expect(sent).toEqual([
    {
      method: 'GET',
      path: '/cgi-bin/externalcontact/list',
      query: { userid: 'anna' },
      token: 'test-token',
      body: undefined,
    },
  ])
  expect([...(headers[0]?.keys() ?? [])]).toEqual(['user-agent'])
  expect(events).toEqual([
    { type: 'answered', status: 200, endpoint: 'listContactIds', durationMs: expect.any(Number) as number },
  ])
})

test('behavior: without a prefix the paths are those of WeCom', async () => {
  const { proxy } = createTestProxy([ids], { prefix: undefined })

  expect((await proxy(new Request('http://host/cgi-bin/externalcontact/list?userid=anna'))).status).toBe(200)
})

test('behavior: numbers in a query are numbers to the schema', async () => {
  const { proxy } = createTestProxy([])
  const form = new FormData()
  form.append('media', new File(['123456'], 'a.png'))
  const send = (query: string): Promise<Response> =>
    proxy(
      new Request(`https://crm.example.com/wecom/cgi-bin/media/upload_attachment?${query}`, {
        method: 'POST',
        body: form,
      }),
    )

  expect(await (await send('media_type=image&attachment_type=1')).json()).toMatchObject({ errcode: 999999 })
  expect(await (await send('media_type=image&attachment_type=3')).json()).toEqual({
    errcode: 40058,
    errmsg: 'invalid Request Parameter: attachment_type Invalid type: Expected (1 | 2)',
  })
  expect(await (await send('media_type=image&attachment_type=1.0e0')).json()).toMatchObject({ errcode: 40058 })
})

test.each([
  ['a field that is missing', get('externalcontact/get'), 'external_userid is required'],
  ['a field that is empty', get('externalcontact/get?external_userid='), 'external_userid must not be empty'],
  ['a field that does not exist', get('externalcontact/get?external_userid=a&debug=1'), 'debug there is no such field'],
  [
    'a field inside a list',
    post('externalcontact/batch/get_by_user', { userid_list: ['a', 7] }),
    'userid_list[1] Invalid type: Expected string',
  ],
  [
    'a body field in the query',
    post('externalcontact/batch/get_by_user?limit=1', { userid_list: ['a'] }),
    'limit there is no such field in the query',
  ],
  ['a list as body', post('externalcontact/batch/get_by_user', []), 'the body must be a JSON object'],
  ['no body', post('externalcontact/batch/get_by_user', undefined), 'the body must be JSON in UTF-8'],
  [
    'a rule over several fields',
    post('externalcontact/remark', { userid: 'a', external_userid: 'b' }),
    'one of remark, description, remark_company, remark_mobiles and remark_pic_mediaid is required',
  ],
])('error: %s is answered in the form of WeCom', async (_what, request, message) => {
  const authorize = vi.fn<ProxyOptions['authorize']>(() => true)
  const { proxy, sent, events } = createTestProxy([], { authorize })
  const response = await proxy(request)

  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({ errcode: 40058, errmsg: `invalid Request Parameter: ${message}` })
  expect(authorize).not.toHaveBeenCalled()
  expect(sent).toEqual([])
  expect(events).toMatchObject([{ type: 'refused', reason: 'bad_params', status: 200 }])
})

test('authorize: sees the request, the endpoint and the checked parameters', async () => {
  const authorize = vi.fn<ProxyOptions['authorize']>(() => true)
  const { proxy } = createTestProxy([ids], { authorize })
  const request = get('externalcontact/list?userid=anna')
  await proxy(request)

  expect(authorize.mock.calls).toEqual([[request, listContactIdsEndpoint, { userid: 'anna' }]])
})

test('authorize: of a name that comes twice in JSON sees what WeCom gets', async () => {
  const authorize = vi.fn<ProxyOptions['authorize']>(() => true)
  const { proxy, sent } = createTestProxy([{ errcode: 0, errmsg: 'ok', external_contact_list: [] }], { authorize })
  const { url, headers } = post('externalcontact/batch/get_by_user', {})
  const body = '{"userid_list":["boss"],"userid_list":["anna"]}'
  await proxy(new Request(url, { method: 'POST', headers, body }))

  expect(authorize.mock.calls).toMatchObject([[{}, {}, { userid_list: ['anna'] }]])
  expect(sent).toMatchObject([{ body: { userid_list: ['anna'] } }])
})

test('authorize: may narrow what is asked for', async () => {
  const { proxy, sent } = createTestProxy([ids], {
    authorize: async (_request, _endpoint, params) => ({ ...params, userid: 'anna' }),
  })
  await proxy(get('externalcontact/list?userid=boss'))

  expect(sent).toMatchObject([{ query: { userid: 'anna' } }])
})

test.each([
  ['no', false],
  ['nothing', undefined],
  ['null', null],
  ['1', 1],
  ['a word', 'yes'],
  ['a function', () => true],
  ['a list', []],
  ['an error', new Error('no')],
  ['a Map', new Map([['userid', 'anna']])],
])('authorize: %s is a refusal', async (_what, verdict) => {
  const { proxy, sent, events } = createTestProxy([ids], { authorize: () => verdict as Verdict })
  const response = await proxy(get('externalcontact/list?userid=anna'))

  expect(response.status).toBe(403)
  expect(await response.text()).toBe('')
  expect(sent).toEqual([])
  expect(events).toEqual([
    { type: 'refused', reason: 'not_authorized', status: 403, endpoint: 'listContactIds', issue: undefined },
  ])
})

test('authorize: what it throws is a refusal, told to the listener alone', async () => {
  const error = new Error('database is down')
  const { proxy, sent, events } = createTestProxy([ids], { authorize: () => Promise.reject(error) })
  const response = await proxy(get('externalcontact/list?userid=anna'))

  expect(response.status).toBe(403)
  expect(await response.text()).toBe('')
  expect(sent).toEqual([])
  expect(events).toMatchObject([{ type: 'refused', reason: 'authorize_failed', error }])
})

test('authorize: a Response is the answer, even the same one twice', async () => {
  const signIn = new Response('sign in', { status: 401, headers: { 'www-authenticate': 'Bearer' } })
  const { proxy, sent } = createTestProxy([], { authorize: () => signIn })
  for (const userid of ['anna', 'ben']) {
    const response = await proxy(get(`externalcontact/list?userid=${userid}`))
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toBe('Bearer')
    expect(await response.text()).toBe('sign in')
  }

  expect(sent).toEqual([])
})

test('authorize: a Response that cannot be sent is a plain refusal', async () => {
  const { proxy } = createTestProxy([], { authorize: () => Response.error() })

  expect((await proxy(get('externalcontact/list?userid=anna'))).status).toBe(403)
})

test.each([
  ['returned', (): Verdict => ({ userid: 7 })],
  ['returned with fields that do not exist', (): Verdict => ({ userid: 'anna', all: true })],
  [
    'written into what it was given',
    (_request: unknown, _endpoint: unknown, params: object): Verdict => Boolean(Object.assign(params, { all: true })),
  ],
])('authorize: bad parameters, %s, go nowhere', async (_how, authorize) => {
  const { proxy, sent, events } = createTestProxy([ids], { authorize })

  expect((await proxy(get('externalcontact/list?userid=anna'))).status).toBe(500)
  expect(sent).toEqual([])
  expect(events).toMatchObject([{ type: 'refused', reason: 'narrowed_params', status: 500 }])
})

test.each<[string, () => unknown]>([
  [
    'throws',
    () => {
      throw new Error('listener')
    },
  ],
  ['rejects', () => Promise.reject(new Error('listener'))],
  ['does not come to an end', () => new Promise(() => {})],
])('events: the listener gets the request; that it %s, changes nothing', async (_what, listener) => {
  const onEvent = vi.fn<NonNullable<ProxyOptions['onEvent']>>(listener)
  const { proxy } = createTestProxy([ids], { onEvent })
  const request = get('externalcontact/list?userid=anna')
  const response = await proxy(request)

  expect(response.status).toBe(200)
  expect(await response.json()).toEqual(ids)
  expect(onEvent.mock.calls).toEqual([[expect.objectContaining({ type: 'answered' }), request]])
})

test('error: a result with a credential in it stays here', async () => {
  const answer = { ...ids, nested: { Access_Token: 'tok' } }
  const { proxy, events } = createTestProxy([answer])
  const response = await proxy(get('externalcontact/list?userid=anna'))

  expect(response.status).toBe(500)
  expect(await response.text()).toBe('')
  expect(events).toMatchObject([{ type: 'failed', error: { message: expect.stringContaining('Access_Token') } }])
})

test('behavior: a name that looks like a URL with a token costs nobody the list', async () => {
  const external_userid = [
    'https://host/?access_token=tok&x=1',
    'https://shop/?token=promo',
    'access_token',
    '"access_token":"x"',
  ]
  const { proxy } = createTestProxy([{ ...ids, external_userid }])
  const response = await proxy(get('externalcontact/list?userid=anna'))

  expect(await response.json()).toMatchObject({
    external_userid: ['***', 'https://shop/?token=promo', 'access_token', '"access_token":"x"'],
  })
})

const options = (change: Partial<ProxyOptions>): ProxyOptions => ({
  client: createTestClient([]).client,
  endpoints: [getContactEndpoint],
  authorize: () => true,
  ...change,
})

test.each<[string, Partial<ProxyOptions>]>([
  ['authorize must be a function', { authorize: undefined as unknown as ProxyOptions['authorize'] }],
  ['prefix must be like /wecom', { prefix: 'wecom' }],
  ['prefix must be like /wecom', { prefix: '/wecom/' }],
  ['prefix must be like /wecom', { prefix: '/a/../b' }],
  ['prefix must be like /wecom', { prefix: '/企业' }],
  ['getContact and getContact have the same path', { endpoints: [getContactEndpoint, getContactEndpoint] }],
  ['getAccessToken is about', { endpoints: [getAccessTokenEndpoint] }],
  ['getContact is about tokens', { endpoints: [{ ...getContactEndpoint, token: 'none' }] }],
  ['getCorpAccessToken is about permanent_code', { endpoints: [getCorpAccessTokenEndpoint] }],
  ['getPermanentCode is about permanent_code', { endpoints: [getPermanentCodeEndpoint] }],
  ['"*" is not an origin', { cors: { origins: ['*'] } }],
  ['"null" is not an origin', { cors: { origins: ['null'] } }],
  ['"https://a.com/" is not an origin', { cors: { origins: ['https://a.com/'] } }],
  ['"https://*.a.com" is not an origin', { cors: { origins: ['https://*.a.com'] } }],
  ['maxBodyBytes must be a whole number', { maxBodyBytes: NaN }],
  ['maxUploadBytes must be a whole number', { maxUploadBytes: Infinity }],
  ['bodyTimeout must be at most', { bodyTimeout: 2 ** 31 }],
])('error: %s', (message, change) => {
  expect(() => createProxy(options(change))).toThrow(message)
})
