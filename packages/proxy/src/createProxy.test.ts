import { getContactEndpoint, listContactIdsEndpoint } from '@wecom/contacts'
import { getAccessTokenEndpoint, getCorpAccessTokenEndpoint, getPermanentCodeEndpoint } from '@wecom/core'
import { createTestClient } from '@wecom/core/testing'
import * as v from 'valibot'
import { expect, test, vi } from 'vitest'
import { createProxy } from './createProxy.ts'
import { baseUrl, caller, createTestProxy, get, post, uploadedFile } from './fixtures/createTestProxy.ts'
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

test('behavior: a prefix may have several parts', async () => {
  const { proxy } = createTestProxy([ids], { prefix: '/api/wecom-v1.0' })

  const url = 'http://host/api/wecom-v1.0/cgi-bin/externalcontact/list?userid=anna'
  expect((await proxy(new Request(url))).status).toBe(200)
})

test.each([
  'application/json',
  'application/json;charset=utf-8',
  'application/json; charset="UTF-8"',
  'Application/JSON ; charset=utf-8 ',
])('behavior: JSON comes as %s', async (type) => {
  const { proxy, sent } = createTestProxy([{ errcode: 0, errmsg: 'ok', external_contact_list: [] }])
  const request = post('externalcontact/batch/get_by_user', { userid_list: ['anna'] }, { 'content-type': type })

  expect((await proxy(request)).status).toBe(200)
  expect(sent).toMatchObject([{ body: { userid_list: ['anna'] } }])
})

test.each([
  ['multipart/form-data;boundary=x-1', 'x-1'],
  ['multipart/form-data; boundary="x-1"', 'x-1'],
  ['Multipart/Form-Data ; Boundary=x-1 ', 'x-1'],
  ['multipart/form-data; boundary="a b:c=d?(e),/f\'+_."', `a b:c=d?(e),/f'+_.`],
  [`multipart/form-data; boundary=${'x'.repeat(70)}`, 'x'.repeat(70)],
])('behavior: a form comes as %s', async (type, boundary) => {
  const { proxy, ...upstream } = createTestProxy([
    { errcode: 0, errmsg: 'ok', type: 'file', media_id: 'm', created_at: '1' },
  ])
  const disposition = 'Content-Disposition: form-data; name="media"; filename="a.txt"'
  const body = `--${boundary}\r\n${disposition}\r\n\r\n123456\n--\r\n--${boundary}--\r\n`
  const url = 'https://crm.example.com/wecom/cgi-bin/media/upload?type=file'

  expect((await proxy(new Request(url, { method: 'POST', headers: { 'content-type': type }, body }))).status).toBe(200)
  expect(await uploadedFile(upstream).text()).toBe('123456\n--')
})

test('behavior: several numbers and booleans in one query', async () => {
  const params = v.looseObject({
    userid: v.string(),
    limit: v.number(),
    all: v.boolean(),
    part: v.optional(v.number()),
  })
  const { proxy, sent } = createTestProxy([ids, ids], { endpoints: [{ ...listContactIdsEndpoint, params }] })

  expect((await proxy(get('externalcontact/list?userid=7&limit=7&all=true&part=2'))).status).toBe(200)
  expect(sent).toMatchObject([{ query: { userid: '7', limit: '7', all: 'true', part: '2' } }])
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
  [
    'a field that does not exist',
    get('externalcontact/get?external_userid=a&debug=1'),
    'debug is not a parameter of this call',
  ],
  [
    'a field inside a list',
    post('externalcontact/batch/get_by_user', { userid_list: ['a', 7] }),
    'userid_list[1] Invalid type: Expected string',
  ],
  [
    'a body field in the query',
    post('externalcontact/batch/get_by_user?limit=1', { userid_list: ['a'] }),
    'limit is not a parameter of the query',
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

test('authorize: receives the caller, the request, the endpoint and the checked parameters', async () => {
  const authorize = vi.fn<ProxyOptions['authorize']>(() => true)
  const { proxy } = createTestProxy([ids], { authorize })
  const request = get('externalcontact/list?userid=anna')
  await proxy(request)

  expect(authorize.mock.calls).toEqual([
    [{ caller, request, endpoint: listContactIdsEndpoint, params: { userid: 'anna' } }],
  ])
})

test('authorize: for a repeated name in JSON receives the value that is sent to WeCom', async () => {
  const authorize = vi.fn<ProxyOptions['authorize']>(() => true)
  const { proxy, sent } = createTestProxy([{ errcode: 0, errmsg: 'ok', external_contact_list: [] }], { authorize })
  const { url, headers } = post('externalcontact/batch/get_by_user', {})
  const body = '{"userid_list":["boss"],"userid_list":["anna"]}'
  await proxy(new Request(url, { method: 'POST', headers, body }))

  expect(authorize.mock.calls).toMatchObject([[{ params: { userid_list: ['anna'] } }]])
  expect(sent).toMatchObject([{ body: { userid_list: ['anna'] } }])
})

test('authorize: may change the parameters', async () => {
  const { proxy, sent } = createTestProxy([ids], {
    authenticate: () => Promise.resolve({ userid: 'anna' }),
    authorize: async ({ caller: member, params }) => ({ ...params, userid: member.userid }),
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

test('authorize: an error refuses the call, and only the listener receives it', async () => {
  const error = new Error('database is down')
  const { proxy, sent, events } = createTestProxy([ids], { authorize: () => Promise.reject(error) })
  const response = await proxy(get('externalcontact/list?userid=anna'))

  expect(response.status).toBe(403)
  expect(await response.text()).toBe('')
  expect(sent).toEqual([])
  expect(events).toMatchObject([{ type: 'refused', reason: 'authorize_failed', error }])
})

test('authorize: a Response is the answer, also when it is returned twice', async () => {
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

test('authorize: parameters may have no prototype, as those of querystring.parse', async () => {
  const params = Object.assign(Object.create(null) as object, { userid: 'ben' })
  const { proxy, sent } = createTestProxy([ids], { authorize: () => params })

  expect((await proxy(get('externalcontact/list?userid=anna'))).status).toBe(200)
  expect(sent).toMatchObject([{ query: { userid: 'ben' } }])
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
    ({ params }: { params: object }): Verdict => Boolean(Object.assign(params, { all: true })),
  ],
])('authorize: bad parameters, %s, go nowhere', async (_how, authorize) => {
  const { proxy, sent, events } = createTestProxy([ids], { authorize })

  expect((await proxy(get('externalcontact/list?userid=anna'))).status).toBe(500)
  expect(sent).toEqual([])
  expect(events).toMatchObject([{ type: 'refused', reason: 'narrowed_params', status: 500 }])
})

test.each([
  [undefined, 5000],
  [700, 700],
])('authorize: with authorizeTimeout %s, after %s ms it is 503, 424 for a create', async (authorizeTimeout, ms) => {
  vi.useFakeTimers()
  const authorize = vi.fn<() => Promise<boolean>>()
  const { proxy, sent, events } = createTestProxy([], { authorize, authorizeTimeout })
  const form = new FormData()
  form.set('media', new File(['123456'], 'a.txt'))
  const upload = new Request(`${baseUrl}/cgi-bin/media/upload?type=file`, { method: 'POST', body: form })
  for (const [request, status] of [
    [get('externalcontact/list?userid=anna'), 503],
    [upload, 424],
  ] as const) {
    const answered = vi.fn<(response: Response) => void>()
    let startedAt = 0
    authorize.mockReset().mockImplementationOnce(() => {
      startedAt = Date.now()
      return new Promise(() => {})
    })
    const answering = proxy(request).then(answered)
    // The platform reads a form in real time.
    await vi.waitFor(() => expect(authorize).toHaveBeenCalled(), 20_000)
    await vi.advanceTimersByTimeAsync(startedAt + ms - 1 - Date.now())
    expect(answered).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    await answering

    expect(answered.mock.calls[0]?.[0].status).toBe(status)
    expect(events.pop()).toMatchObject({ type: 'refused', reason: 'authorize_timeout', status })
  }
  expect(sent).toEqual([])
  expect(vi.getTimerCount()).toBe(0)
  vi.useRealTimers()
})

test('authorize: a failure after its time limit does not end the process', async () => {
  vi.useFakeTimers()
  const { promise, reject } = Promise.withResolvers<boolean>()
  const { proxy } = createTestProxy([], { authorize: () => promise })
  const answering = proxy(get('externalcontact/list?userid=anna'))
  await vi.advanceTimersByTimeAsync(5000)
  expect((await answering).status).toBe(503)

  // Vitest fails a run with an unhandled rejection.
  reject(new Error('the database is gone'))
  await vi.advanceTimersByTimeAsync(1)
  vi.useRealTimers()
})

test('events: the listener receives the request, and the answer does not wait for it', async () => {
  const onEvent = vi.fn<NonNullable<ProxyOptions['onEvent']>>(() => new Promise(() => {}))
  const { proxy } = createTestProxy([ids], { onEvent })
  const request = get('externalcontact/list?userid=anna')
  const response = await proxy(request)

  expect(response.status).toBe(200)
  expect(await response.json()).toEqual(ids)
  expect(onEvent.mock.calls).toEqual([[expect.objectContaining({ type: 'answered' }), request]])
})

test('error: another method is 405, with the right one in `allow`', async () => {
  const { proxy } = createTestProxy([])
  const answers = await Promise.all([
    proxy(post('externalcontact/list', {})),
    proxy(get('externalcontact/batch/get_by_user')),
  ])

  expect(answers.map(({ status, headers }) => [status, headers.get('allow')])).toEqual([
    [405, 'GET'],
    [405, 'POST'],
  ])
})

test('error: a refusal has safe headers and a content type', async () => {
  const { proxy } = createTestProxy([], { authorize: () => false })
  const safe = {
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  }

  const empty = await proxy(get('externalcontact/list?userid=anna'))
  expect(Object.fromEntries(empty.headers)).toEqual(safe)
  const text = await proxy(get('externalcontact/list?userid=anna&userid=ben'))
  expect(Object.fromEntries(text.headers)).toEqual({ ...safe, 'content-type': 'text/plain; charset=UTF-8' })
  expect(await text.text()).toBe('@wecom/proxy: A field occurs twice.')
})

const later = <Value>(ms: number, value: Value): Promise<Value> =>
  new Promise((resolve) => setTimeout(() => resolve(value), ms))

test.each([
  ['answered', ids],
  ['failed', { errcode: 40058, errmsg: 'bad' }],
])('events: what %s has the duration since the request came', async (type, answer) => {
  vi.useFakeTimers()
  const { proxy, events } = createTestProxy([() => later(1000, Response.json(answer))], {
    authenticate: () => later(200, caller),
    authorize: () => later(30, true),
  })
  // The clock of `performance` is not 0 when a request arrives.
  vi.advanceTimersByTime(500)
  const answering = proxy(get('externalcontact/list?userid=anna'))
  await vi.advanceTimersByTimeAsync(1230)
  await answering

  expect(events).toMatchObject([{ type, durationMs: 1230 }])
  vi.useRealTimers()
})

test.each([
  'Access_Token',
  'access_token ',
  'Access-Token',
  'accessToken',
  'ACCESS TOKEN',
  'ａccess_token',
  '"access_token"',
  'suite.ticket',
  'corp\nsecret',
])('error: a result with a credential in it, as %j, stays here', async (name) => {
  const { proxy, events } = createTestProxy([{ ...ids, nested: [[], { other: null, [name]: 'tok' }] }])
  const response = await proxy(get('externalcontact/list?userid=anna'))

  expect(response.status).toBe(500)
  expect(await response.text()).toBe('')
  expect(events).toMatchObject([{ type: 'failed', error: { message: expect.stringContaining(name) } }])
})

test('behavior: a name that looks like a URL with a token does not break the list', async () => {
  const external_userid = [
    'https://host/?access_token=tok&x=1',
    'https://host/?ACCESS_TOKEN=tok',
    'https://shop/?token=promo',
    'access_token',
    '"access_token":"x"',
  ]
  const { proxy } = createTestProxy([{ ...ids, external_userid }])
  const response = await proxy(get('externalcontact/list?userid=anna'))

  expect(await response.json()).toMatchObject({
    external_userid: ['***', '***', 'https://shop/?token=promo', 'access_token', '"access_token":"x"'],
  })
})

const options = (change: Partial<ProxyOptions>): ProxyOptions => ({
  client: createTestClient([]).client,
  endpoints: [getContactEndpoint],
  authenticate: () => true,
  authorize: () => true,
  ...change,
})

test.each<[string, Partial<ProxyOptions>]>([
  ['authenticate must be a function', { authenticate: undefined as unknown as ProxyOptions['authenticate'] }],
  ['authorize must be a function', { authorize: undefined as unknown as ProxyOptions['authorize'] }],
  ['prefix must be a path such as /wecom', { prefix: 'wecom' }],
  ['prefix must be a path such as /wecom', { prefix: '/wecom/' }],
  ['prefix must be a path such as /wecom', { prefix: '/a/../b' }],
  ['prefix must be a path such as /wecom', { prefix: '/企业' }],
  ['prefix must be a path such as /wecom', { prefix: '/a%20b/wecom' }],
  ['getContact and getContact have the same path', { endpoints: [getContactEndpoint, getContactEndpoint] }],
  ['remove getAccessToken from endpoints: it is about', { endpoints: [getAccessTokenEndpoint] }],
  ['remove getContact from endpoints: it is about tokens', { endpoints: [{ ...getContactEndpoint, token: 'none' }] }],
  ['remove getCorpAccessToken from endpoints: it is about permanent_code', { endpoints: [getCorpAccessTokenEndpoint] }],
  ['remove getPermanentCode from endpoints: it is about permanent_code', { endpoints: [getPermanentCodeEndpoint] }],
  ['origins such as https://crm.example.com, got "*"', { cors: { origins: ['*'] } }],
  ['origins such as https://crm.example.com, got "null"', { cors: { origins: ['null'] } }],
  ['origins such as https://crm.example.com, got "https://a.com/"', { cors: { origins: ['https://a.com/'] } }],
  ['origins such as https://crm.example.com, got "https://*.a.com"', { cors: { origins: ['https://*.a.com'] } }],
  ['maxBodyBytes must be a positive integer, got NaN', { maxBodyBytes: NaN }],
  ['maxUploadBytes must be a positive integer, got Infinity', { maxUploadBytes: Infinity }],
  ['bodyTimeout must be a positive integer, got 0', { bodyTimeout: 0 }],
  ['bodyTimeout must be at most 2147483647 ms', { bodyTimeout: 2 ** 31 }],
  ['authenticateTimeout must be a positive integer, got -1', { authenticateTimeout: -1 }],
  ['authorizeTimeout must be a positive integer, got NaN', { authorizeTimeout: NaN }],
  ['authenticateTimeout must be at most 2147483647 ms', { authenticateTimeout: 2 ** 31 }],
])('error: %s', (message, change) => {
  expect(() => createProxy(options(change))).toThrow(message)
})

test('behavior: a time limit may be as long as timers can wait', () => {
  expect(createProxy(options({ bodyTimeout: 2 ** 31 - 1 }))).toBeTypeOf('function')
})
