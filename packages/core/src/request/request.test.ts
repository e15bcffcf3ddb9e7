import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ClientConfig } from '../client/types.ts'
import type { Effect, Endpoint } from '../endpoint/Endpoint.ts'
import { type AnyWeComError, isWeComError } from '../errors/isWeComError.ts'
import type { ClientEvent } from '../events/ClientEvent.ts'
import { createTestClient, type ScriptedAnswer, type SentRequest } from '../testing/createTestClient.ts'
import { type SampleParams, type SampleResult, sampleEndpoint } from '../testing/fixtures/sampleEndpoint.ts'
import type { TokenSource } from '../token/TokenSource.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const ok = { errcode: 0, errmsg: 'ok', value: 1 }
// Errors that the client reads in the same way on every runtime. connectionFailure.test.ts has those of Node.
const resetError = Object.assign(new Error('reset'), { code: 'ECONNRESET', syscall: 'read' })
const refusedConnection = Object.assign(new Error('refused'), { code: 'ECONNREFUSED', syscall: 'connect' })
/** A server that never answers. The signal ends the request, as with a real socket. */
const neverAnswer = (_request: SentRequest, signal: AbortSignal | undefined): Promise<Response> =>
  new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason))
  })
/** A server that sends the headers of the answer, but never the body. */
const halfAnswer = (_request: SentRequest, signal: AbortSignal | undefined): Response =>
  new Response(
    new ReadableStream({
      start: (controller) => signal?.addEventListener('abort', () => controller.error(signal.reason)),
    }),
  )

/** A `fetch` that never answers, and ignores the signal. */
const ignoreSignal = (): Promise<Response> => new Promise(() => undefined)

interface Outcome {
  readonly result?: SampleResult
  readonly error?: AnyWeComError
  readonly sent: readonly SentRequest[]
}

async function run(
  endpoint: Endpoint<SampleParams, SampleResult>,
  answers: readonly ScriptedAnswer[],
  config: Partial<ClientConfig> = {},
): Promise<Outcome> {
  const { client, sent } = createTestClient(answers, config)
  const settled = client.request(endpoint, { id: 'a' }).then(
    (result) => ({ result, sent }),
    (error: unknown) => {
      if (!isWeComError(error)) throw error
      return { error, sent }
    },
  )
  await vi.runAllTimersAsync()
  return settled
}

const failures: Record<string, () => ScriptedAnswer> = {
  timeout: () => neverAnswer,
  'timeout within the body': () => halfAnswer,
  'connection reset': () => resetError,
  'connection refused': () => refusedConnection,
  'HTTP 502': () => new Response('<html>Bad Gateway</html>', { status: 502 }),
  'HTTP 500': () => new Response(null, { status: 500 }),
  'HTTP 404': () => new Response(null, { status: 404 }),
  'HTML with status 200': () => new Response('<!doctype html><p>Log in'),
  'truncated JSON': () => new Response('{"errcode":0,"val'),
  'empty body': () => new Response(''),
  'errcode -1': () => ({ errcode: -1, errmsg: 'system busy' }),
  'errcode 45033': () => ({ errcode: 45033, errmsg: 'api concurrent out of limit' }),
  'errcode 45009': () => ({ errcode: 45009, errmsg: 'api freq out of limit' }),
  'errcode 84061': () => ({ errcode: 84061, errmsg: 'not external contact' }),
}

// Number of attempts if every one fails in the same way, and `ambiguous` of the error.
test.each([
  ['timeout', 'timeout', 4, 1, true],
  ['timeout within the body', 'timeout', 4, 1, true],
  ['connection reset', 'network', 4, 1, true],
  ['connection refused', 'network', 4, 1, false],
  ['HTTP 502', 'http', 4, 1, true],
  ['HTTP 500', 'http', 4, 1, true],
  ['HTTP 404', 'http', 1, 1, false],
  ['HTML with status 200', 'response', 4, 1, true],
  ['truncated JSON', 'response', 4, 1, true],
  ['empty body', 'response', 4, 1, true],
  ['errcode -1', 'api', 4, 1, true],
  ['errcode 45033', 'api', 4, 4, false],
  ['errcode 45009', 'api', 1, 1, false],
  ['errcode 84061', 'api', 1, 1, false],
])(
  '%s: %s error; read and write are sent %i times, create and send %i times, ambiguous %s',
  async (failure, kind, repeatable, once, ambiguous) => {
    const answer = failures[failure] ?? expect.fail(`no failure called ${failure}`)
    for (const effect of ['read', 'write', 'create', 'send'] satisfies Effect[]) {
      const { error, sent } = await run(sampleEndpoint(effect), Array.from({ length: 9 }, answer))
      const isOnce = effect === 'create' || effect === 'send'
      expect({ effect, kind: error?.kind, sent: sent.length, ambiguous: error?.ambiguous }).toEqual({
        effect,
        kind,
        sent: isOnce ? once : repeatable,
        ambiguous: isOnce && ambiguous,
      })
    }
  },
)

test.each([
  ['read', 2, 1],
  ['write', 2, 1],
  ['create', 1, undefined],
  ['send', 1, undefined],
] as const)('-1, then success: %s is sent %i times', async (effect, times, value) => {
  const { sent, result } = await run(sampleEndpoint(effect), [{ errcode: -1, errmsg: 'system busy' }, ok])

  expect(sent).toHaveLength(times)
  expect(result?.value).toBe(value)
})

test.each<[string, ScriptedAnswer]>([
  ['a refused call', { errcode: 40058, errmsg: 'invalid' }],
  ['a failed connection', refusedConnection],
  ['no answer in time', neverAnswer],
])('error: the stack of %s leads to the function that made the call', async (_what, answer) => {
  const { client } = createTestClient([answer], { retry: false })
  async function syncMyCustomers(): Promise<void> {
    await client.request(sampleEndpoint('read'), { id: 'a' })
  }
  const failed = syncMyCustomers().catch((error: Error) => error.stack)
  await vi.runAllTimersAsync()

  expect(await failed).toContain('syncMyCustomers')
})

test('an ambiguous error names the function to check with', async () => {
  const { error } = await run(sampleEndpoint('send'), [resetError])

  expect(error).toMatchInlineSnapshot(`
    [WeComNetworkError: sample failed: network error ECONNRESET

    Endpoint: POST /cgi-bin/sample
    Ambiguous: it may have taken effect; check with listSamples before sending it again
    Docs: https://developer.work.weixin.qq.com/document/path/90000]
  `)
})

test('retry: false sends every call once', async () => {
  const { sent } = await run(sampleEndpoint('read'), [resetError, ok], { retry: false })

  expect(sent).toHaveLength(1)
})

test('`limit` and delays of `retry` apply', async () => {
  const waits: number[] = []
  const { sent } = await run(sampleEndpoint('read'), [resetError, resetError, resetError], {
    retry: { limit: 2, minDelay: 100, maxDelay: 150 },
    onEvent: (event) => event.type === 'retry' && waits.push(event.waitMs),
  })

  expect(sent).toHaveLength(3)
  expect(waits[0]).toBeGreaterThanOrEqual(50)
  expect(waits[0]).toBeLessThanOrEqual(100)
  expect(waits[1]).toBeLessThanOrEqual(150)
})

test('Retry-After sets the delay', async () => {
  const busy = new Response('', { status: 503, headers: { 'retry-after': '7' } })
  const events: ClientEvent[] = []
  const { result } = await run(sampleEndpoint('read'), [busy, ok], { onEvent: (event) => events.push(event) })

  expect(result).toEqual({ value: 1 })
  expect(events.find(({ type }) => type === 'retry')).toMatchObject({ waitMs: 7000, attempt: 2 })
})

test('a Retry-After date is read as well', async () => {
  vi.setSystemTime(new Date('2026-01-01T00:00:00Z'))
  const busy = new Response('', { status: 503, headers: { 'retry-after': 'Thu, 01 Jan 2026 00:00:09 GMT' } })
  const events: ClientEvent[] = []
  await run(sampleEndpoint('read'), [busy, ok], { onEvent: (event) => events.push(event) })

  expect(events.find(({ type }) => type === 'retry')).toMatchObject({ waitMs: 9000 })
})

/**
 * Creates a token source with the tokens `token-1`, `token-2` and so on. Each call of `drop` switches to the next
 * token.
 */
function countingSource(): TokenSource & { dropped: string[] } {
  const dropped: string[] = []
  return {
    kind: 'corp',
    dropped,
    get: async () => ({ query: { access_token: `token-${dropped.length + 1}` } }),
    drop: async ({ query }) => {
      dropped.push(query?.['access_token'] ?? '')
    },
  }
}

test.each(['read', 'write', 'create', 'send'] as const)(
  '%s: a rejected token is replaced and the call sent again',
  async (effect) => {
    const token = countingSource()
    const { sent, result } = await run(
      sampleEndpoint(effect),
      [{ errcode: 42001, errmsg: 'access_token expired' }, ok],
      {
        token,
      },
    )

    expect(result).toEqual({ value: 1 })
    expect(sent.map((request) => request.token)).toEqual(['token-1', 'token-2'])
    expect(token.dropped).toEqual(['token-1'])
  },
)

test('a token rejected twice ends the call', async () => {
  const rejected = { errcode: 40014, errmsg: 'invalid access_token' }
  const { sent, error } = await run(sampleEndpoint('read'), [rejected, rejected, ok], { token: countingSource() })

  expect(sent).toHaveLength(2)
  expect(error).toMatchObject({ kind: 'api', errcode: 40014 })
})

test('a new token stays in use if the call then fails for another reason', async () => {
  const token = countingSource()
  const { error } = await run(
    sampleEndpoint('read'),
    [
      { errcode: 42001, errmsg: 'access_token expired' },
      { errcode: 40003, errmsg: 'invalid userid' },
    ],
    { token },
  )

  expect(error).toMatchObject({ errcode: 40003 })
  expect(token.dropped).toEqual(['token-1'])
})

test('a replaced token does not use up an attempt', async () => {
  const { sent } = await run(
    sampleEndpoint('read'),
    [{ errcode: 42001, errmsg: 'access_token expired' }, resetError, resetError, resetError, resetError],
    { token: countingSource() },
  )

  expect(sent).toHaveLength(5)
})

test('a rejected token of a source without `drop` ends the call at once', async () => {
  const { sent, error } = await run(sampleEndpoint('read'), [{ errcode: 40014, errmsg: 'invalid access_token' }, ok])

  expect(sent).toHaveLength(1)
  expect(error).toMatchObject({ errcode: 40014 })
})

test('a token of the wrong kind is refused before anything is sent', async () => {
  const { sent, error } = await run(sampleEndpoint('read', { token: 'suite' }), [ok])

  expect(sent).toEqual([])
  expect(error?.summary).toMatchInlineSnapshot(
    `"sample failed: this call needs a suite token, the client has a corp token; nothing was sent"`,
  )
})

test('60020 has the IP that WeCom saw', async () => {
  const errmsg =
    'not allow to access from your ip, hint: [1700000000123456789012345], from ip: 203.0.113.9, more info at https://open.work.weixin.qq.com/devtool/query?e=60020'
  const { error } = await run(sampleEndpoint('read'), [{ errcode: 60020, errmsg }])

  expect(error).toMatchObject({ errcode: 60020, ip: '203.0.113.9', hint: '1700000000123456789012345' })
  expect(error).toMatchInlineSnapshot(`
    [WeComApiError: sample failed: 60020 not allow to access from your ip

    Endpoint: POST /cgi-bin/sample
    Errcode: https://developer.work.weixin.qq.com/document/path/90313#错误码：60020
    Hint: 1700000000123456789012345
    IP that WeCom saw: 203.0.113.9
    Remedy: add the IP to the app's trusted IPs (企业可信IP) in the admin console
    Docs: https://developer.work.weixin.qq.com/document/path/90000]
  `)
})

test('a token that the server repeats is masked everywhere', async () => {
  const { error } = await run(sampleEndpoint('read'), [{ errcode: 40058, errmsg: 'test-token is wrong: test-token' }])
  expect(error).toMatchObject({ errmsg: '*** is wrong: ***' })
})

test('the message of 45009 says how long the block lasts', async () => {
  const { error } = await run(sampleEndpoint('read'), [{ errcode: 45009, errmsg: 'api freq out of limit' }])

  expect(error?.message).toContain('Remedy: call again after 60 s (limit per minute) or 60 min (limit per hour)')
})

test('bad parameters are refused before anything is sent, with the path of each', async () => {
  const { client, sent } = createTestClient([])
  const endpoint = sampleEndpoint('read')

  // @ts-expect-error id is missing, note is no string
  const missing = client.request(endpoint, { note: 7 })
  await expect(missing).rejects.toMatchObject({
    kind: 'validation',
    issues: [
      { path: 'id', message: 'is required' },
      { path: 'note', message: 'Invalid type: Expected string' },
    ],
  })
  await expect(client.request(endpoint, { id: '一二三四五' })).rejects.toMatchObject({
    issues: [{ path: 'id', message: 'at most 4 characters' }],
  })
  expect(sent).toEqual([])
})

test('length is counted in characters', async () => {
  const { client } = createTestClient([ok])

  expect(await client.request(sampleEndpoint('read'), { id: '𠮷𠮷𠮷😀' })).toEqual({ value: 1 })
})

test('unknown fields pass in both directions', async () => {
  const { client, sent } = createTestClient([{ ...ok, added_later: [1] }])
  const params = { id: 'a', added_later: true }

  expect(await client.request(sampleEndpoint('read'), params)).toEqual({ value: 1, added_later: [1] })
  expect(sent[0]?.body).toEqual(params)
})

test('JSON goes out as UTF-8, not escaped', async () => {
  let text = ''
  const { client } = createTestClient([], {
    fetch: async (input, init) => {
      text = await new Request(input, init).text()
      return Response.json(ok)
    },
  })
  await client.request(sampleEndpoint('read'), { id: '李四' })

  expect(text).toBe('{"id":"李四"}')
})

test('an absent errcode is success, as is 0 in a string', async () => {
  expect((await run(sampleEndpoint('read'), [{ value: 1 }])).result).toEqual({ value: 1 })
  expect((await run(sampleEndpoint('read'), [{ errcode: '0', value: 1 }])).result).toEqual({ value: 1 })
})

test('a mismatched result is returned and reported', async () => {
  const events: ClientEvent[] = []
  const mismatches: ClientEvent[] = []
  const { result } = await run(sampleEndpoint('read'), [{ errcode: 0, value: 'one' }], {
    strict: false,
    onEvent: (event) => events.push(event),
    onMismatch: (event) => mismatches.push(event),
  })

  expect(result).toEqual({ value: 'one' })
  expect(mismatches).toEqual([
    {
      type: 'mismatch',
      endpoint: 'sample',
      callId: expect.any(String),
      issues: [{ path: 'value', message: 'Invalid type: Expected number' }],
    },
  ])
  expect(events).toContainEqual(mismatches[0])
})

test('a strict client throws on a mismatched result, and does not repeat the call', async () => {
  const { error, sent } = await run(sampleEndpoint('send'), [{ errcode: 0 }, ok], { strict: true })

  expect(sent).toHaveLength(1)
  expect(error).toMatchInlineSnapshot(`
    [WeComMismatchError: sample failed: the call worked, but its result is invalid: value: is required

    Endpoint: POST /cgi-bin/sample
    Docs: https://developer.work.weixin.qq.com/document/path/90000]
  `)
})

test('without a listener results are not checked', async () => {
  const { result } = await run(sampleEndpoint('read'), [{ errcode: 0, value: 'one' }], { strict: false })

  expect(result).toEqual({ value: 'one' })
})

test('a request that WeCom ignored in part is reported', async () => {
  const mismatches: ClientEvent[] = []
  await run(sampleEndpoint('write'), [{ ...ok, errmsg: 'ok. Warning: wrong json format. ' }], {
    strict: false,
    onMismatch: (event) => mismatches.push(event),
  })

  expect(mismatches).toMatchObject([
    { issues: [{ path: '', message: 'WeCom ignored part of the request: ok. Warning: wrong json format. ' }] },
  ])
})

test('events of a call, in order', async () => {
  const events: ClientEvent[] = []
  await run(sampleEndpoint('read'), [{ errcode: 42001, errmsg: 'access_token expired' }, resetError, ok], {
    token: countingSource(),
    onEvent: (event) => events.push(event),
  })

  expect(events.map(({ type, ...event }) => ('attempt' in event ? `${type} ${event.attempt}` : type))).toEqual([
    'request 1',
    'failure 1',
    'refresh 2',
    'request 2',
    'failure 2',
    'retry 3',
    'request 3',
    'response 3',
  ])
})

test('aborted before: nothing is sent', async () => {
  const { client, sent } = createTestClient([ok])
  const reason = new Error('the visitor left')
  const call = client.request(sampleEndpoint('send'), { id: 'a' }, { signal: AbortSignal.abort(reason) })

  await expect(call).rejects.toMatchObject({ name: 'AbortError', kind: 'abort', cause: reason, ambiguous: false })
  expect(sent).toEqual([])
})

test.each([
  ['read', false],
  ['send', true],
] as const)('aborted during: a %s ends at once, ambiguous %s', async (effect, ambiguous) => {
  const { client, sent } = createTestClient([neverAnswer])
  const controller = new AbortController()
  const call = client.request(sampleEndpoint(effect), { id: 'a' }, { signal: controller.signal })
  const settled = expect(call).rejects.toMatchObject({ kind: 'abort', ambiguous })
  await vi.advanceTimersByTimeAsync(10)
  controller.abort()

  await settled
  expect(sent).toHaveLength(1)
  expect(vi.getTimerCount()).toBe(0)
})

test('aborted between attempts: the wait ends at once', async () => {
  const { client, sent } = createTestClient([resetError, ok])
  const controller = new AbortController()
  const call = client.request(sampleEndpoint('read'), { id: 'a' }, { signal: controller.signal })
  const settled = expect(call).rejects.toMatchObject({ kind: 'abort', ambiguous: false })
  await vi.advanceTimersByTimeAsync(10)
  controller.abort()

  await settled
  expect(sent).toHaveLength(1)
  expect(vi.getTimerCount()).toBe(0)
})

test('aborted while waiting for a token: the wait ends at once', async () => {
  const { client, sent } = createTestClient([ok], {
    token: { kind: 'corp', get: () => new Promise(() => undefined) },
  })
  const controller = new AbortController()
  const call = client.request(sampleEndpoint('send'), { id: 'a' }, { signal: controller.signal })
  const settled = expect(call).rejects.toMatchObject({ kind: 'abort', ambiguous: false })
  await vi.advanceTimersByTimeAsync(10)
  controller.abort()

  await settled
  expect(sent).toEqual([])
})

test('a fetch that ignores the signal does not keep a call from ending', async () => {
  const { client } = createTestClient([ignoreSignal, ignoreSignal], { timeout: 40 })
  const timedOut = expect(client.request(sampleEndpoint('send'), { id: 'a' })).rejects.toMatchObject({
    kind: 'timeout',
    ambiguous: true,
  })
  await vi.advanceTimersByTimeAsync(40)
  await timedOut

  const controller = new AbortController()
  const call = client.request(sampleEndpoint('read'), { id: 'a' }, { signal: controller.signal, timeout: 60_000 })
  const aborted = expect(call).rejects.toMatchObject({ kind: 'abort' })
  await vi.advanceTimersByTimeAsync(10)
  controller.abort()
  await aborted
  expect(vi.getTimerCount()).toBe(0)
})

test.each([
  ['a value', { 'x-name': '李四' }],
  ['a line break', { 'x-name': 'a\r\nb' }],
  ['a name', { 'x name': 'a' }],
])('a header that none can be is refused before anything is sent: %s', async (_what, headers) => {
  const { client, sent } = createTestClient([ok])
  const call = client.request(sampleEndpoint('send'), { id: 'a' }, { headers })

  await expect(call).rejects.toMatchObject({
    kind: 'validation',
    issues: [{ path: `headers.${Object.keys(headers)[0]}`, message: 'not allowed in a header; encode it as base64' }],
  })
  expect(sent).toEqual([])
})

test('`timeout` of the call replaces that of the client', async () => {
  const { client } = createTestClient([neverAnswer], { timeout: 60_000 })
  const call = client.request(sampleEndpoint('send'), { id: 'a' }, { timeout: 40 })
  const settled = expect(call).rejects.toMatchObject({ kind: 'timeout', timeout: 40 })
  await vi.advanceTimersByTimeAsync(40)

  await settled
})

test('`totalTimeout` covers attempts and waits', async () => {
  const { client, sent } = createTestClient([resetError, resetError, neverAnswer], { totalTimeout: 1_600 })
  const call = client.request(sampleEndpoint('read'), { id: 'a' })
  const settled = expect(call).rejects.toMatchObject({ kind: 'timeout', timeout: 1_600, ambiguous: false })
  await vi.advanceTimersByTimeAsync(1_599)
  expect(sent.length).toBeGreaterThan(1)
  await vi.advanceTimersByTimeAsync(1)

  await settled
  expect(vi.getTimerCount()).toBe(0)
})

test('an abort in a listener ends the wait that follows', async () => {
  const controller = new AbortController()
  const { client, sent } = createTestClient([resetError, ok], {
    onEvent: ({ type }) => type === 'retry' && controller.abort(),
  })
  const call = client.request(sampleEndpoint('read'), { id: 'a' }, { signal: controller.signal })

  await expect(call).rejects.toMatchObject({ kind: 'abort' })
  expect(sent).toHaveLength(1)
})

test('a successful call leaves no timer', async () => {
  const { client } = createTestClient([ok], { totalTimeout: 5_000 })
  await client.request(sampleEndpoint('read'), { id: 'a' })

  expect(vi.getTimerCount()).toBe(0)
})

test('an errcode for an empty list is a result', async () => {
  const endpoint = sampleEndpoint('read', { empty: { errcode: 84061, result: () => ({ value: 0 }) } })

  expect((await run(endpoint, [{ errcode: 84061, errmsg: 'not external contact' }])).result).toEqual({ value: 0 })
  expect((await run(endpoint, [{ errcode: 84061, errmsg: 'not external contact', value: 0, more: 1 }])).result).toEqual(
    {
      value: 0,
      more: 1,
    },
  )
})

test('GET puts all parameters into the query string, POST the listed ones', async () => {
  const { client, sent } = createTestClient([ok, ok])
  await client.request(sampleEndpoint('read', { method: 'GET' }), { id: 'a+b', note: undefined })
  await client.request(sampleEndpoint('read', { query: ['note'] }), { id: 'a', note: 'n' })

  expect(sent).toEqual([
    { method: 'GET', path: '/cgi-bin/sample', query: { id: 'a+b' }, token: 'test-token', body: undefined },
    { method: 'POST', path: '/cgi-bin/sample', query: { note: 'n' }, token: 'test-token', body: { id: 'a' } },
  ])
})

test('behavior: a parameter cannot replace the token of the client', async () => {
  const params = { id: 'a', access_token: 'of the page' }
  const { client, sent } = createTestClient([ok])
  await client.request(sampleEndpoint('read', { method: 'GET' }), params)

  expect(sent).toMatchObject([{ token: 'test-token', query: { id: 'a' } }])
})
