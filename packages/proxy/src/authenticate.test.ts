import { getContactEndpoint } from '@wecom/contacts'
import { createTestClient } from '@wecom/core/testing'
import { expect, expectTypeOf, test, vi } from 'vitest'
import { createProxy } from './createProxy.ts'
import { baseUrl, createTestProxy, get, type Member, neverAsked, post } from './fixtures/createTestProxy.ts'
import type { Authenticate, Identity } from './ProxyOptions.ts'

const ids = { errcode: 0, errmsg: 'ok', external_userid: ['wm1'] }
const contacts = 'externalcontact/batch/get_by_user'

test('default: sees method, URL and headers, and authorize gets whom it returns', async () => {
  const authenticate = vi.fn<Authenticate<Member>>(() => Promise.resolve({ userid: 'ben' }))
  const authorize = vi.fn<() => boolean>(() => true)
  const { proxy } = createTestProxy([{ ...ids, external_contact_list: [] }], { authenticate, authorize })
  const request = post(contacts, { userid_list: ['anna'] })
  await proxy(request)

  expect(authenticate.mock.calls).toEqual([[{ method: 'POST', url: request.url, headers: request.headers }]])
  expect(authorize.mock.calls).toMatchObject([[{ caller: { userid: 'ben' } }]])
})

const findMember = (session: string | null): Promise<Member | undefined> =>
  Promise.resolve(session === null ? undefined : { userid: session })

test('default: authorize knows the type of the caller', () => {
  const { client } = createTestClient([])
  const endpoints = [getContactEndpoint]

  createProxy({
    client,
    endpoints,
    authenticate: ({ headers }) => findMember(headers.get('cookie')),
    authorize: ({ caller }) => {
      expectTypeOf(caller).toEqualTypeOf<Member>()
      return true
    },
  })
  createProxy({
    client,
    endpoints,
    authenticate: ({ method }) => method === 'GET' && (method.length > 3 ? new Response() : 7),
    authorize: ({ caller }) => {
      expectTypeOf(caller).toEqualTypeOf<number>()
      return true
    },
  })
  // @ts-expect-error The caller must be returned.
  expect(() => createProxy({ client, endpoints, authorize: () => true })).toThrow('authenticate must be a function')
})

test.each([[0], ['']])('behavior: %j is a caller', async (caller) => {
  const { proxy } = createTestProxy([ids], { authenticate: () => caller as unknown as Member })

  expect((await proxy(get('externalcontact/list?userid=anna'))).status).toBe(200)
})

/**
 * Requests with which somebody who is not signed in could find out which endpoints the proxy serves (option
 * `endpoints`). Until the caller is identified, the proxy must give the same answer to all of them.
 */
const probes: readonly (readonly [string, () => Request])[] = [
  ['a call', () => get('externalcontact/list?userid=anna')],
  ['a call with a body', () => post(contacts, { userid_list: ['anna'] })],
  ['a call that may happen once only', () => post('media/upload?type=file', '')],
  ['a path that is not listed', () => get('externalcontact/nothing')],
  ['a path outside of the prefix', () => new Request('https://crm.example.com/')],
  ['another method', () => post('externalcontact/list', {})],
  ['OPTIONS', () => new Request(`${baseUrl}/cgi-bin/${contacts}`, { method: 'OPTIONS' })],
  ['parameters that do not fit', () => get('externalcontact/list?all=1')],
  ['a name that comes twice', () => get('externalcontact/list?userid=anna&userid=ben')],
  ['a range that is none', () => get('media/get?media_id=m', { range: 'lines=1' })],
  ['another content type', () => post(contacts, {}, { 'content-type': 'text/plain' })],
  ['a body that is too large', () => post(contacts, {}, { 'content-length': '99999999999' })],
]

const nobody: readonly (readonly [string, () => Identity<Member> | Promise<Identity<Member>>, string])[] = [
  ['undefined', () => undefined, 'not_authenticated'],
  ['null', () => null, 'not_authenticated'],
  ['false, later', () => Promise.resolve(false), 'not_authenticated'],
  ['a Response that cannot be sent', () => Response.error(), 'not_authenticated'],
  ['an error', () => new Error('no session') as unknown as Member, 'authenticate_failed'],
  [
    'the Response of another library',
    () => Object.defineProperty({}, Symbol.toStringTag, { value: 'Response' }) as Member,
    'authenticate_failed',
  ],
]

test.each(nobody)('error: %s is refused in the same way on every path', async (_what, authenticate, reason) => {
  const { proxy, sent, events } = createTestProxy([], { authenticate, authorize: neverAsked })
  for (const [name, createRequest] of probes) {
    const request = createRequest()
    const response = await proxy(request)

    expect([name, response.status, await response.text(), request.bodyUsed]).toEqual([name, 401, '', false])
    expect(Object.fromEntries(response.headers)).toEqual({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    })
    expect(events.pop()).toMatchObject({ type: 'refused', reason, status: 401, endpoint: undefined })
  }
  expect(sent).toEqual([])
})

test.each([
  ['throws', () => neverAsked()],
  ['rejects', () => Promise.reject(new Error('must not be asked'))],
])('error: that it %s is a refusal, told to the listener alone', async (_how, authenticate) => {
  const { proxy, sent, events } = createTestProxy([], { authenticate })
  const response = await proxy(get('externalcontact/list?userid=anna'))

  expect([response.status, await response.text()]).toEqual([401, ''])
  expect(sent).toEqual([])
  expect(events).toEqual([
    {
      type: 'refused',
      reason: 'authenticate_failed',
      status: 401,
      endpoint: undefined,
      issue: undefined,
      error: new Error('must not be asked'),
    },
  ])
})

test('error: the listener learns which value was no caller', async () => {
  const { proxy, events } = createTestProxy([], { authenticate: () => new Error('no session') as unknown as Member })
  await proxy(get('externalcontact/list?userid=anna'))

  const message = expect.stringContaining('authenticate returned [object Error], which is not a caller') as string
  expect(events).toMatchObject([{ error: { name: 'TypeError', message } }])
})

test('error: a Response is the answer, also when it is returned twice', async () => {
  const signIn = new Response('sign in', { status: 401, headers: { 'www-authenticate': 'Bearer' } })
  const { proxy, sent, events } = createTestProxy([], { authenticate: () => signIn })
  for (const [, createRequest] of probes) {
    const response = await proxy(createRequest())
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
    expect(await response.text()).toBe('sign in')
    expect(events.pop()).toMatchObject({ reason: 'not_authenticated', status: 401 })
  }

  expect(sent).toEqual([])
})

test.each([
  [undefined, 5000],
  [700, 700],
])(
  'error: with authenticateTimeout %s, after %s ms it is 503, on every path alike',
  async (authenticateTimeout, ms) => {
    vi.useFakeTimers()
    const { proxy, sent, events } = createTestProxy([], {
      authenticate: () => new Promise(() => {}),
      authenticateTimeout,
    })
    for (const [name, createRequest] of probes) {
      const answered = vi.fn<(response: Response) => void>()
      const answering = proxy(createRequest()).then(answered)
      await vi.advanceTimersByTimeAsync(ms - 1)
      expect(answered).not.toHaveBeenCalled()
      await vi.advanceTimersByTimeAsync(1)
      await answering

      expect([name, answered.mock.calls[0]?.[0].status]).toEqual([name, 503])
      expect(events.pop()).toMatchObject({ reason: 'authenticate_timeout', status: 503, endpoint: undefined })
    }
    expect(sent).toEqual([])
    vi.useRealTimers()
  },
)

test('behavior: no timer is left if authenticate returns in time', async () => {
  vi.useFakeTimers()
  const { proxy } = createTestProxy([ids])
  await proxy(get('externalcontact/list?userid=anna'))

  expect(vi.getTimerCount()).toBe(0)
  vi.useRealTimers()
})
