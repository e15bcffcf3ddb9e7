import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watch } from '../testing/assert.ts'
import { sampleEndpoint } from '../testing/fixtures/sampleEndpoint.ts'
import { WeComApiError } from '../errors/WeComApiError.ts'
import type { ClientEvent } from '../events/ClientEvent.ts'
import type { Limiter } from '../limits/Limiter.ts'
import { corpToken } from './corpToken.ts'
import { call, corp, FakeTokens, settle, turn, until } from './fixtures/corp.ts'
import { memoryTokenStore } from './memoryTokenStore.ts'
import type { TokenStore } from './TokenStore.ts'

const minute = 60_000
const endpoint = sampleEndpoint('read')
const expired = new WeComApiError(endpoint, 42001, 'access_token expired', false)

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('the first call requests a token, further ones use it', async () => {
  const { client, sent } = corp()
  await settle(call(client))
  await settle(call(client))

  expect(sent.map(({ method, path, query, token }) => ({ method, path, query, token }))).toEqual([
    { method: 'GET', path: '/cgi-bin/gettoken', query: { corpid: 'ww1', corpsecret: 's3cret' }, token: undefined },
    { method: 'POST', path: '/cgi-bin/sample', query: {}, token: 't1' },
    { method: 'POST', path: '/cgi-bin/sample', query: {}, token: 't1' },
  ])
})

test('50 parallel first calls request one token', async () => {
  const { client, gettokens } = corp()
  await settle(Promise.all(Array.from({ length: 50 }, () => call(client))))

  expect(gettokens()).toBe(1)
})

test('a call does not fail by the shorter time limit of another client that requested the token first', async () => {
  const wecom = new FakeTokens()
  const token = corpToken({ corpId: 'ww1', secret: 's3cret' })
  const hasty = corp({}, { token, timeout: 5, retry: false }, wecom)
  const patient = corp({}, { token }, wecom)
  const results = await settle(Promise.allSettled([call(hasty.client), call(patient.client), call(patient.client)]))

  expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled'])
  expect([hasty.gettokens(), patient.gettokens()]).toEqual([1, 1])
})

test('a request for a token that no client can wait for fails after two attempts', async () => {
  const wecom = new FakeTokens()
  const token = corpToken({ corpId: 'ww1', secret: 's3cret' })
  const { client, gettokens } = corp({}, { token, timeout: 5, retry: false }, wecom)
  const results = await settle(Promise.allSettled([call(client), call(client), call(client)]))

  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect(gettokens()).toBe(2)
})

test('50 parallel calls with an expired token request one more', async () => {
  const { client, gettokens, wecom } = corp()
  await settle(call(client))
  wecom.issued = 7
  await settle(Promise.all(Array.from({ length: 50 }, () => call(client))))

  expect(gettokens()).toBe(2)
  expect(wecom.current).toBe('t8')
})

test('two clients with the same source share its token; clients with different base URLs do not', async () => {
  const wecom = new FakeTokens()
  const token = corpToken({ corpId: 'ww1', secret: 's3cret' })
  const a = corp({}, { token }, wecom)
  const b = corp({}, { token }, wecom)
  const elsewhere = corp({}, { token, baseUrl: 'http://elsewhere.test' }, wecom)
  await settle(Promise.all([call(a.client), call(b.client)]))
  expect(wecom.issued).toBe(1)

  await settle(call(elsewhere.client))
  expect(wecom.issued).toBe(2)
})

const forgetfulStore: TokenStore = { get: async () => undefined, set: async () => {}, deleteIfEqual: async () => {} }

test.each([
  ['held', forgetfulStore],
  ['stored', memoryTokenStore()],
])('a late rejection of an old token leaves the fresh %s one alone', async (_where, store) => {
  const wecom = new FakeTokens()
  const token = corpToken({ corpId: 'ww1', secret: 's3cret', store })
  const { client, gettokens } = corp({}, { token }, wecom)
  await settle(call(client))
  wecom.issued++
  await settle(call(client))
  expect(gettokens()).toBe(2)

  const context = {
    baseUrl: 'http://wecom.test',
    request: () => expect.fail('nothing may be fetched'),
    emit: () => expect.fail('the store works'),
  }
  await token.drop?.({ query: { access_token: 't1' } }, context, expired)
  expect(await token.get(context)).toEqual({ query: { access_token: wecom.current } })
  expect(gettokens()).toBe(2)
})

test('a token is renewed before it expires', async () => {
  const { client, gettokens } = corp()
  await settle(call(client))
  await vi.advanceTimersByTimeAsync(112 * minute)
  await settle(call(client))
  expect(gettokens()).toBe(1)

  await vi.advanceTimersByTimeAsync(3 * minute)
  await settle(call(client))
  expect(gettokens()).toBe(2)
})

test('renewal is spread between 5 and 7.5 minutes before the end', async () => {
  for (const [random, minutes] of [
    [0, 115],
    [0.999, 112.6],
  ] as const) {
    vi.spyOn(Math, 'random').mockReturnValue(random)
    const { client, gettokens } = corp()
    await settle(call(client))
    await vi.advanceTimersByTimeAsync((minutes - 0.2) * minute)
    await settle(call(client))
    expect(gettokens()).toBe(1)
    await vi.advanceTimersByTimeAsync(0.4 * minute)
    await settle(call(client))
    expect(gettokens()).toBe(2)
  }
})

test('if WeCom returns the same token shortly before it expires, it is not requested again and again', async () => {
  const { client, gettokens, wecom } = corp()
  wecom.lifetime = 200
  await settle(call(client))
  await settle(call(client))
  await settle(call(client))

  expect(gettokens()).toBe(1)
})

test('a failed renewal keeps the token that is still valid', async () => {
  const { client, wecom, gettokens } = corp({}, { retry: false })
  await settle(call(client))
  await vi.advanceTimersByTimeAsync(116 * minute)
  wecom.nextAnswers.push(new TypeError('fetch failed'))

  expect(await settle(call(client))).toEqual({ value: 1 })
  expect(gettokens()).toBe(2)
})

test('a failed renewal is not repeated for half a minute', async () => {
  const { client, wecom, gettokens } = corp({}, { retry: false })
  await settle(call(client))
  await vi.advanceTimersByTimeAsync(115 * minute)
  wecom.nextAnswers.push(new TypeError('fetch failed'))
  await settle(call(client))
  await settle(call(client))
  expect(gettokens()).toBe(2)

  await vi.advanceTimersByTimeAsync(minute / 2)
  await settle(call(client))
  expect(gettokens()).toBe(3)
})

test('no call waits for a renewal while the old token works', async () => {
  const { client, wecom, gettokens } = corp({ store: forgetfulStore })
  await settle(call(client))
  await vi.advanceTimersByTimeAsync(115 * minute)
  const gettoken = Promise.withResolvers<object>()
  wecom.nextAnswers.push(gettoken.promise)
  const renewing = call(client)
  await turn()
  await vi.advanceTimersByTimeAsync(20)
  expect(await renewing).toEqual({ value: 1 })
  const second = call(client)
  await vi.advanceTimersByTimeAsync(10)
  expect(await second).toEqual({ value: 1 })

  wecom.issued++
  gettoken.resolve({ errcode: 0, access_token: wecom.current, expires_in: 7200 })
  expect(await settle(call(client))).toEqual({ value: 1 })
  expect(gettokens()).toBe(2)
})

test('a failed renewal of an expired token fails the call', async () => {
  const { client, wecom } = corp({}, { retry: false })
  wecom.lifetime = 60
  await settle(call(client))
  await vi.advanceTimersByTimeAsync(minute - 5)
  wecom.nextAnswers.push(new TypeError('fetch failed'))

  await expect(settle(call(client))).rejects.toMatchObject({ kind: 'network', endpoint: 'getAccessToken' })
})

test('a failed renewal does not bring back a token that was rejected meanwhile', async () => {
  const wecom = new FakeTokens()
  const token = corpToken({ corpId: 'ww1', secret: 's3cret' })
  const { client, gettokens } = corp({}, { token, retry: false }, wecom)
  await settle(call(client))
  await vi.advanceTimersByTimeAsync(115 * minute)
  wecom.nextAnswers.push(new TypeError('fetch failed'))
  const renewing = call(client)
  await turn()
  await token.drop?.(
    { query: { access_token: 't1' } },
    { baseUrl: 'http://wecom.test', request: () => expect.fail(), emit: () => expect.fail() },
    expired,
  )
  await settle(renewing)
  expect(gettokens()).toBe(2)

  await vi.advanceTimersByTimeAsync(minute)
  expect(await settle(call(client))).toEqual({ value: 1 })
  expect(gettokens()).toBe(3)
})

test('a token that expires within half a minute after a failed renewal is not used any more', async () => {
  const { client, wecom, gettokens } = corp({}, { retry: false })
  await settle(call(client))
  await vi.advanceTimersByTimeAsync(120 * minute - 5_000)
  wecom.nextAnswers.push(new TypeError('fetch failed'))
  await settle(call(client))
  await vi.advanceTimersByTimeAsync(6_000)

  expect(await settle(call(client))).toEqual({ value: 1 })
  expect(gettokens()).toBe(3)
})

test('a wrong secret is sent once, also in the last minutes of a token', async () => {
  const { client, wecom, gettokens } = corp()
  await settle(call(client))
  await vi.advanceTimersByTimeAsync(115 * minute)
  wecom.nextAnswers.push({ errcode: 40001, errmsg: 'invalid credential' })
  for (let count = 0; count < 5; count++) {
    expect(await settle(call(client))).toEqual({ value: 1 })
    await vi.advanceTimersByTimeAsync(minute / 2)
  }
  expect(gettokens()).toBe(2)

  await vi.advanceTimersByTimeAsync(3 * minute)
  await expect(settle(call(client))).rejects.toMatchObject({ errcode: 40001 })
  expect(gettokens()).toBe(2)
})

test.each([0, 60])(
  'a request for a token that never ends is abandoned after a minute, also if the clock is set back by %i minutes',
  async (minutes) => {
    const { client, wecom } = corp()
    vi.spyOn(wecom, 'answer').mockImplementationOnce(() => new Promise<never>(() => undefined))
    // An edge runtime may end the request with all its timers: then even the timeout never fires.
    const lost = client.request(endpoint, { id: 'a' }, { timeout: Infinity })
    lost.catch(() => undefined)
    await turn()
    await vi.advanceTimersByTimeAsync(10)
    vi.clearAllTimers()
    vi.setSystemTime(Date.now() - minutes * minute)
    await vi.advanceTimersByTimeAsync(minute)

    expect(await settle(call(client))).toEqual({ value: 1 })
  },
)

test('a wrong secret is sent once, and remembered for an hour', async () => {
  const { client, gettokens, wecom, sent } = corp()
  wecom.nextAnswers.push({ errcode: 40001, errmsg: 'invalid credential, hint: [1], from ip: 203.0.113.9' })
  const calls = Promise.allSettled(Array.from({ length: 20 }, () => call(client)))
  const outcomes = await settle(calls)
  expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true)
  await expect(settle(call(client))).rejects.toMatchObject({ kind: 'api', errcode: 40001, endpoint: 'getAccessToken' })
  await vi.advanceTimersByTimeAsync(59 * minute)
  await expect(settle(call(client))).rejects.toMatchObject({ errcode: 40001 })
  expect(sent).toHaveLength(1)

  await vi.advanceTimersByTimeAsync(2 * minute)
  expect(await settle(call(client))).toEqual({ value: 1 })
  expect(gettokens()).toBe(2)
})

test.each([45009, 60020])('errcode %i of gettoken is remembered for a minute', async (errcode) => {
  const { client, gettokens, wecom } = corp()
  wecom.nextAnswers.push({ errcode, errmsg: 'no' })
  await expect(settle(call(client))).rejects.toMatchObject({ errcode })
  await expect(settle(call(client))).rejects.toMatchObject({ errcode })
  expect(gettokens()).toBe(1)

  await vi.advanceTimersByTimeAsync(minute)
  expect(await settle(call(client))).toEqual({ value: 1 })
})

test('a temporary failure of gettoken is retried, and not remembered', async () => {
  const { client, gettokens, wecom } = corp()
  wecom.nextAnswers.push({ errcode: -1, errmsg: 'system busy' }, new TypeError('fetch failed'))

  expect(await settle(call(client))).toEqual({ value: 1 })
  expect(gettokens()).toBe(3)
})

test('an answer without a token is an error', async () => {
  const { client, wecom } = corp({}, { strict: false })
  wecom.nextAnswers.push({ errcode: 0, errmsg: 'ok' })

  await expect(settle(call(client))).rejects.toMatchObject({ kind: 'mismatch', endpoint: 'getAccessToken' })
})

test('processes share a token through the store', async () => {
  const wecom = new FakeTokens()
  const store = memoryTokenStore()
  const a = corp({ store }, {}, wecom)
  const b = corp({ store }, {}, wecom)
  await settle(call(a.client))
  await settle(call(b.client))
  expect(wecom.issued).toBe(1)

  // WeCom invalidates the token. The process that notices first requests a new one, the other finds it in the store.
  wecom.issued++
  await settle(call(a.client))
  await settle(call(b.client))
  expect(a.gettokens() + b.gettokens()).toBe(2)
})

const after = async <T>(work: () => Promise<T>): Promise<T> => {
  await new Promise((resolve) => setTimeout(resolve, 3))
  return work()
}

function slowStore(store: TokenStore): TokenStore {
  return {
    get: (key) => after(() => store.get(key)),
    set: (key, value, ttl) => after(() => store.set(key, value, ttl)),
    deleteIfEqual: (key, value) => after(() => store.deleteIfEqual(key, value)),
  }
}

test('a rejected token that is still in the store is not used again', async () => {
  const { client, wecom } = corp({ store: slowStore(memoryTokenStore()) })
  await settle(call(client))
  wecom.issued++
  const first = call(client)
  // WeCom rejects it after 10 ms; it is deleted from the store 6 ms later.
  const second = new Promise((resolve) => setTimeout(resolve, 11)).then(() => call(client))

  expect(await settle(Promise.all([first, second]))).toEqual([{ value: 1 }, { value: 1 }])
})

test('an expired token in the store is not used', async () => {
  const values = new Map<string, string>()
  const store: TokenStore = {
    get: async (key) => values.get(key),
    set: async (key, value) => void values.set(key, value),
    deleteIfEqual: async () => {},
  }
  const wecom = new FakeTokens()
  await settle(call(corp({ store }, {}, wecom).client))
  await vi.advanceTimersByTimeAsync(121 * minute)

  expect(await settle(call(corp({ store }, {}, wecom).client))).toEqual({ value: 1 })
  expect(wecom.issued).toBe(2)
})

const fail = async (): Promise<never> => {
  throw new RangeError('SET wecom t1')
}

test('a failing store fails no call, and its error is not passed on', async () => {
  const events: ClientEvent[] = []
  const store: TokenStore = { get: fail, set: fail, deleteIfEqual: fail }
  const { client, wecom } = corp({ store }, { onEvent: (event) => events.push(event) })
  expect(await settle(call(client))).toEqual({ value: 1 })
  wecom.issued++
  expect(await settle(call(client))).toEqual({ value: 1 })

  const failures = events.filter(({ type }) => type === 'store-failure')
  expect(failures.map((event) => 'operation' in event && event.operation)).toEqual([
    'get',
    'set',
    'delete',
    'get',
    'set',
  ])
  expect(failures[0]).toEqual({
    type: 'store-failure',
    endpoint: 'sample',
    callId: expect.any(String),
    operation: 'get',
    errorName: 'RangeError',
  })
})

test('different secrets of one corp do not share a token', async () => {
  const wecom = new FakeTokens()
  const store = memoryTokenStore()
  await settle(call(corp({ store, secret: 'one' }, {}, wecom).client))
  await settle(call(corp({ store, secret: 'two' }, {}, wecom).client))

  expect(wecom.issued).toBe(2)
})

test('a foreign value in the store is replaced', async () => {
  const values = new Map<string, string>()
  const set = vi.fn<TokenStore['set']>(async (key, value) => void values.set(key, value))
  const { client } = corp({ store: { get: async () => 'not ours', set, deleteIfEqual: async () => undefined } })
  await settle(call(client))

  expect(set).toHaveBeenCalledWith(
    expect.stringMatching(/^wecom:corp-token:ww1:[\da-f]{32}$/),
    expect.stringContaining('t1'),
    7_200_000,
  )
})

test('aborting one call does not affect others that wait for the token', async () => {
  const { client, gettokens } = corp()
  const controller = new AbortController()
  const first = client.request(endpoint, { id: 'a' }, { signal: controller.signal })
  const second = call(client)
  const gaveUp = expect(first).rejects.toMatchObject({ kind: 'abort' })
  await turn()
  controller.abort()

  await gaveUp
  expect(await settle(second)).toEqual({ value: 1 })
  expect(gettokens()).toBe(1)
})

test('behavior: a call that waited for its limiter sends the newest token', async () => {
  const place = Promise.withResolvers<void>()
  const limiter: Limiter = {
    run: async ({ name }, attempt) => {
      if (name !== 'getAccessToken') await place.promise
      return attempt()
    },
  }
  const token = corpToken({ corpId: 'ww1', secret: 's3cret' })
  const wecom = new FakeTokens()
  const waiting = corp({}, { token, limiter }, wecom)
  const waitingCall = call(waiting.client)
  await until(() => waiting.sent.length === 1)
  await vi.advanceTimersByTimeAsync(7_200_000)
  await settle(call(corp({}, { token }, wecom).client))
  place.resolve()

  expect(await settle(waitingCall)).toEqual({ value: 1 })
  expect(waiting.sent.map((sent) => sent.token ?? sent.path)).toEqual(['/cgi-bin/gettoken', 't2'])
})

test('an answer that is older than the newest token replaces nothing', async () => {
  const { client, wecom, gettokens, sent } = corp({ store: forgetfulStore })
  const callNow = async (): Promise<unknown> => {
    const called = call(client)
    const { isSettled } = watch(called)
    // Not `settle`: it would advance the clock until the late answer has timed out.
    while (!isSettled()) {
      await turn()
      await vi.advanceTimersByTimeAsync(10)
    }
    return called
  }
  await callNow()
  await vi.advanceTimersByTimeAsync(115 * minute)
  const late = Promise.withResolvers<object>()
  wecom.nextAnswers.push(late.promise)
  await callNow()
  // WeCom rejects the old token, and the next request for a token ends before the renewal.
  wecom.issued++
  await callNow()
  const newest = wecom.current
  late.resolve({ errcode: 0, access_token: 'old', expires_in: 7200 })
  await vi.advanceTimersByTimeAsync(200)
  await callNow()

  expect(sent.at(-1)?.token).toBe(newest)
  expect(gettokens()).toBe(3)
})
