import { getContactEndpoint } from '@wecom/contacts'
import { type ClientConfig, corpToken, staticToken } from '@wecom/core'
import type { ScriptedAnswer } from '@wecom/core/testing'
import { uploadMedia } from '@wecom/media'
import { expect, test, vi } from 'vitest'
import { createTestProxy, get } from './fixtures/createTestProxy.ts'

/** A server that never answers. The signal ends the request, as with a real socket. */
const neverAnswer = (_request: unknown, signal: AbortSignal | undefined): Promise<Response> =>
  new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason))
  })
const request = (): Request => get('externalcontact/get?external_userid=wm1')

test('errcodes are returned in the form of WeCom, without addresses', async () => {
  const errmsg =
    'not allow to access from your ip, hint: [1700000000123], from ip: 203.0.113.9, more info at https://open.work.weixin.qq.com/devtool/query?e=60020'
  const { proxy, events } = createTestProxy([{ errcode: 60020, errmsg }])
  const response = await proxy(request())

  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({
    errcode: 60020,
    errmsg: 'not allow to access from your ip, hint: [1700000000123]',
  })
  expect(events).toMatchObject([{ type: 'failed', status: 200, endpoint: 'getContact', error: { ip: '203.0.113.9' } }])
})

test.each<[string, ScriptedAnswer, number]>([
  ['a broken connection', new TypeError('fetch failed'), 502],
  ['HTTP 404', new Response(null, { status: 404 }), 502],
  ['HTTP 500', new Response('trace of the gateway', { status: 500 }), 502],
  ['a redirect', new Response(null, { status: 302, headers: { location: 'https://elsewhere.test' } }), 502],
  ['HTTP 416', new Response(null, { status: 416 }), 416],
  ['HTTP 429', new Response(null, { status: 429 }), 429],
  ['an HTML page', new Response('<html>Log in</html>'), 502],
  ['JSON that breaks off', new Response('{"errcode":0'), 502],
  ['a result that does not fit a strict client', { errcode: 0, errmsg: 'ok' }, 502],
])('%s is an empty answer with a status', async (_what, answer, status) => {
  const { proxy, events } = createTestProxy([answer])
  const response = await proxy(request())

  expect(response.status).toBe(status)
  expect(await response.text()).toBe('')
  expect(response.headers.get('location')).toBeNull()
  expect(response.headers.get('retry-after')).toBeNull()
  expect(events).toMatchObject([{ type: 'failed', status, error: { isWeComError: true } }])
})

test('Retry-After is passed on, in seconds', async () => {
  const answer = new Response(null, { status: 503, headers: { 'retry-after': '7' } })
  const response = await createTestProxy([answer]).proxy(request())

  expect(response.status).toBe(502)
  expect(response.headers.get('retry-after')).toBe('7')
})

test('a timeout is 504', async () => {
  vi.useFakeTimers()
  const answering = createTestProxy([neverAnswer]).proxy(request())
  await vi.advanceTimersByTimeAsync(12_000)

  expect((await answering).status).toBe(504)
  vi.useRealTimers()
})

test('a failed request for a token is 502, without the answer of WeCom about the secret', async () => {
  const token = corpToken({ corpId: 'ww1', secret: 's' })
  const { proxy, events } = createTestProxy([{ errcode: 40001, errmsg: 'invalid credential' }], {}, { token })
  const response = await proxy(request())

  expect(response.status).toBe(502)
  expect(await response.text()).toBe('')
  expect(events).toMatchObject([{ type: 'failed', error: { endpoint: 'getAccessToken', errcode: 40001 } }])
})

test('a client with another kind of token is a defect of the server', async () => {
  const { proxy, sent } = createTestProxy([], {}, { token: staticToken('t', 'suite') })

  expect((await proxy(request())).status).toBe(500)
  expect(sent).toEqual([])
})

test('any other error is 500 without details', async () => {
  const client = { request: () => Promise.reject(new Error('secret detail')) }
  const { proxy } = createTestProxy([], { client })
  const response = await proxy(request())

  expect(response.status).toBe(500)
  expect(await response.text()).toBe('')
})

/**
 * Parameters for `uploadMedia`. This call has the effect `create`, so the client must not repeat the call if it may
 * have taken effect.
 */
const upload = { type: 'file' as const, media: new File(['123456'], 'a.txt') }
const asksForToken = { token: corpToken({ corpId: 'ww1', secret: 's' }) }

test.each<[string, ScriptedAnswer, Partial<ClientConfig>]>([
  ['a wrong secret', { errcode: 40001, errmsg: 'invalid credential' }, asksForToken],
  ['an IP that is not trusted', { errcode: 60020, errmsg: 'not allow to access from your ip' }, asksForToken],
  ['a lost answer to the call for a token', new TypeError('fetch failed'), asksForToken],
  ['a client of another kind of token', {}, { token: staticToken('t', 'suite') }],
  ['a refused connection', Object.assign(new TypeError('fetch failed'), { code: 'ECONNREFUSED' }), {}],
  ['a redirect', new Response(null, { status: 302, headers: { location: 'https://elsewhere.test' } }), {}],
  ['HTTP 404', new Response(null, { status: 404 }), {}],
])('%s: the caller knows that nothing was created', async (_what, answer, config) => {
  const { client, events } = createTestProxy([answer], {}, config)

  await expect(uploadMedia(client, upload)).rejects.toMatchObject({ kind: 'http', status: 424, ambiguous: false })
  expect(events).toMatchObject([{ type: 'failed', status: 424, endpoint: 'uploadMedia' }])
})

test.each(['create', 'send'] as const)('a %s that never left is 424, and one that was lost is 502', async (effect) => {
  const options = { endpoints: [{ ...getContactEndpoint, effect }] }
  const unsent = Object.assign(new TypeError('fetch failed'), { code: 'ECONNREFUSED' })
  const { proxy } = createTestProxy([unsent, new TypeError('fetch failed')], options)

  expect((await proxy(request())).status).toBe(424)
  expect((await proxy(request())).status).toBe(502)
})

test('wrong parameters from authorize: the answer says that nothing was created', async () => {
  const { client, events } = createTestProxy([], { authorize: () => ({ type: 'film' }) })

  await expect(uploadMedia(client, upload)).rejects.toMatchObject({ kind: 'http', status: 424, ambiguous: false })
  expect(events).toMatchObject([{ type: 'refused', reason: 'narrowed_params', status: 424 }])
})

test.each<[string, ScriptedAnswer, number]>([
  ['a broken connection', new TypeError('fetch failed'), 502],
  ['HTTP 500', new Response(null, { status: 500 }), 502],
  ['an HTML page', new Response('<html>Log in</html>'), 502],
  ['a result that does not fit a strict client', { errcode: 0, errmsg: 'ok' }, 502],
  ['a result that is withheld', { errcode: 0, type: 'file', media_id: 'm', created_at: '1', access_token: 't' }, 500],
])('%s: the caller knows that it may have been created', async (_what, answer, status) => {
  const { client } = createTestProxy([answer])

  await expect(uploadMedia(client, upload)).rejects.toMatchObject({ kind: 'http', status, ambiguous: true })
})
