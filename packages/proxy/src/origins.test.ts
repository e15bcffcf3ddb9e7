import { listContactIdsEndpoint, updateContactRemarkEndpoint } from '@wecom/contacts'
import { expect, test } from 'vitest'
import { baseUrl, createTestProxy, get, neverAsked, post } from './fixtures/createTestProxy.ts'

const ids = { errcode: 0, errmsg: 'ok', external_userid: ['wm1'] }
const page = 'https://app.example.com'
const cors = { origins: [page] }

const preflight = (headers: Record<string, string>, path = 'externalcontact/list'): Request =>
  new Request(`${baseUrl}/cgi-bin/${path}`, {
    method: 'OPTIONS',
    headers: { 'access-control-request-method': 'GET', ...headers },
  })

const corsHeaders = ({ headers }: Response): Record<string, string> =>
  Object.fromEntries([...headers].filter(([name]) => name.startsWith('access-control-') || name === 'vary'))

test('off: an answer has no CORS headers', async () => {
  const { proxy } = createTestProxy([ids])

  expect(corsHeaders(await proxy(get('externalcontact/list?userid=a')))).toEqual({})
})

test('on: an allowed page can read the answer and the headers of a file', async () => {
  const { proxy } = createTestProxy([ids], { cors })
  const response = await proxy(get('externalcontact/list?userid=a', { origin: page, 'sec-fetch-site': 'same-site' }))

  expect(await response.json()).toEqual(ids)
  expect(corsHeaders(response)).toEqual({
    'access-control-allow-origin': page,
    'access-control-expose-headers': 'accept-ranges, content-disposition, content-length, content-range, retry-after',
    vary: 'origin',
  })
})

test('on: an allowed page can read refusals and failures', async () => {
  const { proxy } = createTestProxy([new TypeError('fetch failed')], { cors: { ...cors, credentials: true } })
  const headers = { origin: page }

  for (const [path, status] of [
    ['nothing', 404],
    ['externalcontact/list?userid=a&userid=b', 400],
    ['externalcontact/list?userid=a', 502],
  ] as const) {
    const response = await proxy(get(path, headers))
    expect(response.status).toBe(status)
    expect(corsHeaders(response)).toMatchObject({
      'access-control-allow-origin': page,
      'access-control-allow-credentials': 'true',
    })
  }
})

test('on: an answer of authorize has CORS headers', async () => {
  const { proxy } = createTestProxy([], { cors, authorize: () => Response.redirect('https://sso.example.com/', 303) })
  const response = await proxy(get('externalcontact/list?userid=a', { origin: page }))

  expect(response.status).toBe(303)
  expect(response.headers.get('access-control-allow-origin')).toBe(page)
})

test('on: a preflight of an allowed page is answered, without an event', async () => {
  const options = { cors: { ...cors, headers: ['x-session'] }, authenticate: neverAsked }
  const { proxy, sent, events } = createTestProxy([], options)
  const response = await proxy(preflight({ origin: page }))

  expect(response.status).toBe(204)
  expect(corsHeaders(response)).toEqual({
    'access-control-allow-headers': 'authorization, content-type, range, x-session',
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-origin': page,
    'access-control-expose-headers': 'accept-ranges, content-disposition, content-length, content-range, retry-after',
    'access-control-max-age': '600',
    vary: 'origin',
  })
  expect(sent).toEqual([])
  expect(events).toEqual([])
})

test('on: without headers of your own, a preflight allows those of the client', async () => {
  const { proxy } = createTestProxy([], { cors })
  const { headers } = await proxy(preflight({ origin: page }))

  expect(headers.get('access-control-allow-headers')).toBe('authorization, content-type, range')
})

test('on: a call with the header of a preflight is a call', async () => {
  const { proxy } = createTestProxy([ids], { cors })
  const headers = { origin: page, 'access-control-request-method': 'GET' }

  expect(await (await proxy(get('externalcontact/list?userid=a', headers))).json()).toEqual(ids)
})

test('on: a preflight does not reveal which endpoints exist', async () => {
  const { proxy } = createTestProxy([], { cors, authenticate: neverAsked })
  const paths = ['externalcontact/list', 'externalcontact/remark', 'media/upload', 'nothing', '../']
  const answers = await Promise.all(
    paths.map(async (path) => {
      const response = await proxy(preflight({ origin: page }, path))
      return [response.status, ...response.headers]
    }),
  )

  expect(answers).toEqual(paths.map(() => answers[0]))
  expect(answers[0]).toContain(204)
})

test.each([
  ['of another page', preflight({ origin: 'https://evil.example' }), 403],
  ['of a page whose origin only begins alike', preflight({ origin: `${page}.evil.example` }), 403],
  ['of another port', preflight({ origin: `${page}:8443` }), 403],
  ['of an opaque origin', preflight({ origin: 'null' }), 403],
  ['for what stands outside of the prefix', preflight({ origin: page }, '../../nothing'), 404],
  ['of a page of our own', preflight({ origin: 'https://crm.example.com' }), 405],
  ['that is none', new Request(`${baseUrl}/cgi-bin/externalcontact/list`, { method: 'OPTIONS' }), 405],
  [
    'that asks for no method',
    new Request(`${baseUrl}/cgi-bin/externalcontact/list`, { method: 'OPTIONS', headers: { origin: page } }),
    405,
  ],
])('on: a preflight %s is refused', async (_what, request, status) => {
  const { proxy } = createTestProxy([], { cors })
  const response = await proxy(request)

  expect(response.status).toBe(status)
  expect(response.headers.get('access-control-allow-methods')).toBeNull()
})

test.each([
  ['no browser', {}],
  ['a page of our own', { origin: 'https://crm.example.com', 'sec-fetch-site': 'same-origin' }],
  [
    'a page of our own, behind a server that renames the host',
    { origin: 'https://public.example.com', 'sec-fetch-site': 'same-origin' },
  ],
  ['the address bar', { 'sec-fetch-site': 'none' }],
  ['a page of our own in an old browser', { origin: 'https://crm.example.com' }],
  ['a page of our own, behind a server that ends TLS', { origin: 'http://crm.example.com' }],
])('a request of %s goes through', async (_what, headers) => {
  const { proxy } = createTestProxy([ids])

  expect((await proxy(get('externalcontact/list?userid=a', headers))).status).toBe(200)
})

test.each([
  ['another page', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
  ['another page in an old browser', { origin: 'https://evil.example' }],
  ['another page of our site', { origin: 'https://blog.example.com', 'sec-fetch-site': 'same-site' }],
  ['a picture in another page', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
  ['a sandboxed frame', { origin: 'null' }],
  ['no origin at all', { origin: '' }],
])('a request of %s changes nothing: 403', async (_what, headers) => {
  const { proxy, sent, events } = createTestProxy([ids], { cors, authorize: neverAsked })
  const response = await proxy(post('externalcontact/remark', { userid: 'a', external_userid: 'b' }, headers))

  expect(response.status).toBe(403)
  expect(response.headers.get('access-control-allow-origin')).toBeNull()
  expect(sent).toEqual([])
  expect(events).toMatchObject([{ reason: 'origin' }])
})

test.each(['externalcontact/nothing', 'externalcontact/list'])('a foreign page learns nothing of %s', async (path) => {
  const { proxy, events } = createTestProxy([], { cors, authenticate: neverAsked })
  const response = await proxy(get(path, { origin: 'https://evil.example' }))

  expect([response.status, await response.text()]).toEqual([
    403,
    '@wecom/proxy: Pages of this origin may not call the proxy.',
  ])
  expect(events).toMatchObject([{ reason: 'origin', endpoint: undefined }])
})

test('on: a listed page over plain HTTP', async () => {
  const intranet = 'http://crm.internal:8080'
  const { proxy } = createTestProxy([ids], { cors: { origins: [intranet] } })
  const response = await proxy(get('externalcontact/list?userid=a', { origin: intranet }))

  expect(response.status).toBe(200)
  expect(response.headers.get('access-control-allow-origin')).toBe(intranet)
})

const once = { ...listContactIdsEndpoint, effect: 'create' } as const
const sending = { ...listContactIdsEndpoint, effect: 'send' } as const
const cookie = 'session=anna'

test.each([
  ['a navigation or an image without TLS', {}],
  ['a link in a mail', { 'sec-fetch-site': 'none' }],
])('a GET that creates, with a cookie, of %s may come from anywhere: 403', async (_what, headers) => {
  for (const endpoint of [once, sending]) {
    const { proxy, sent, events } = createTestProxy([ids], { endpoints: [endpoint], authorize: neverAsked })
    const response = await proxy(get('externalcontact/list?userid=a', { cookie, ...headers }))

    expect(response.status).toBe(403)
    expect(await response.text()).toContain('Origin or Sec-Fetch-Site')
    expect(sent).toEqual([])
    expect(events).toMatchObject([{ reason: 'cookie', endpoint: 'listContactIds' }])
  }
})

test.each([
  ['a page of our own', once, { cookie, 'sec-fetch-site': 'same-origin' }],
  ['a page of our own that says its origin', once, { cookie, origin: 'https://crm.example.com' }],
  ['a page that is listed', sending, { cookie, origin: page, 'sec-fetch-site': 'cross-site' }],
  ['a Worker with a bearer header', once, { authorization: 'Bearer key' }],
  ['a page without TLS that uses a header', sending, { authorization: 'Bearer key' }],
  ['a page without TLS that only reads', listContactIdsEndpoint, { cookie }],
])('a GET of %s goes through', async (_what, endpoint, headers) => {
  const { proxy, sent } = createTestProxy([ids], { cors, endpoints: [endpoint] })

  expect((await proxy(get('externalcontact/list?userid=a', headers))).status).toBe(200)
  expect(sent).toHaveLength(1)
})

test('a POST that creates, with a cookie, of no browser goes through', async () => {
  const create = { ...updateContactRemarkEndpoint, effect: 'create' } as const
  const { proxy } = createTestProxy([{ errcode: 0, errmsg: 'ok' }], { endpoints: [create] })
  const response = await proxy(post('externalcontact/remark', { userid: 'a', external_userid: 'b' }, { cookie }))

  expect(response.status).toBe(200)
})
