import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Effect } from '../endpoint/Endpoint.ts'
import type { ClientEvent } from '../events/ClientEvent.ts'
import type { Limiter } from '../limits/Limiter.ts'
import { createTestClient } from '../testing/createTestClient.ts'
import { sampleEndpoint } from '../testing/fixtures/sampleEndpoint.ts'
import type { TokenSource } from '../token/TokenSource.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const ok = { errcode: 0, errmsg: 'ok', value: 1 }
const hang = (): Promise<never> => new Promise(() => undefined)
const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Creates a function that waits for the given time and then returns the answer. */
const after =
  (milliseconds: number, answer: object = ok) =>
  async (): Promise<object> => {
    await wait(milliseconds)
    return answer
  }

/**
 * Client options that make a call wait without end: the promise of the token source or limiter never settles, even
 * after an abort. Users of the SDK may write such token sources and limiters.
 *
 * The key names what the call waits for. `a place` is the permission of the limiter to send the request. `sent` is the
 * number of requests that the client sends before the call waits.
 */
const waits: Record<string, { readonly token?: TokenSource; readonly limiter?: Limiter; readonly sent: number }> = {
  'the token': { token: { kind: 'corp', get: hang }, sent: 0 },
  'another token': { token: { kind: 'corp', get: async () => ({}), drop: hang }, sent: 1 },
  'a place': { limiter: { run: hang }, sent: 0 },
}

const endings = Object.keys(waits).flatMap((what) =>
  (['signal', 'totalTimeout'] as const).map((how) => [what, how] as const),
)

test.each(endings)('behavior: the wait for %s is ended by %s', async (what, how) => {
  const { sent: expected, ...config } = waits[what] ?? expect.fail(`no wait called ${what}`)
  const { client, sent } = createTestClient([{ errcode: 42001, errmsg: 'access_token expired' }], config)
  const controller = new AbortController()
  const options = how === 'signal' ? { signal: controller.signal } : { totalTimeout: 1_000 }
  const outcome = expect(client.request(sampleEndpoint('send'), { id: 'a' }, options)).rejects.toMatchObject({
    kind: how === 'signal' ? 'abort' : 'timeout',
    ambiguous: false,
  })
  await vi.advanceTimersByTimeAsync(1_000)
  controller.abort()

  await outcome
  expect(sent).toHaveLength(expected)
  expect(vi.getTimerCount()).toBe(0)
})

test.each([
  ['read', false],
  ['send', true],
] as const)(
  'behavior: ambiguity of an aborted %s that a limiter started, but whose outcome the limiter never returns: %s',
  async (effect: Effect, ambiguous) => {
    // Never returns the outcome of the attempt.
    const limiter: Limiter = {
      run: (_endpoint, attempt) => {
        attempt().catch(() => undefined)
        return hang()
      },
    }
    const { client } = createTestClient([hang], { limiter })
    const controller = new AbortController()
    const call = client.request(sampleEndpoint(effect), { id: 'a' }, { signal: controller.signal })
    const outcome = expect(call).rejects.toMatchObject({ kind: 'abort', ambiguous })
    await vi.advanceTimersByTimeAsync(10)
    controller.abort()

    await outcome
  },
)

test('behavior: an attempt that worked before the abort is the result, although the limiter never returns it', async () => {
  const limiter: Limiter = {
    run: async (_endpoint, attempt) => {
      await attempt()
      return hang()
    },
  }
  const { client } = createTestClient([ok], { limiter, totalTimeout: 1_000 })
  const call = client.request(sampleEndpoint('send'), { id: 'a' })
  await vi.advanceTimersByTimeAsync(1_000)

  expect(await call).toEqual({ value: 1 })
})

test('behavior: an abort in the listener of `request` keeps the request from being sent', async () => {
  const controller = new AbortController()
  const { client, sent } = createTestClient([ok], { onEvent: ({ type }) => type === 'request' && controller.abort() })
  const call = client.request(sampleEndpoint('send'), { id: 'a' }, { signal: controller.signal })

  await expect(call).rejects.toMatchObject({ kind: 'abort', ambiguous: false })
  expect(sent).toEqual([])
})

test.each([
  { timeout: Infinity },
  { timeout: 2 ** 40 },
  { timeout: Infinity, totalTimeout: Infinity },
  { timeout: 2 ** 31, totalTimeout: 2 ** 40 },
])('behavior: a limit beyond what timers can hold is no limit: %o', async (config) => {
  const { client } = createTestClient([after(3_600_000)], { ...config, retry: false })
  const call = client.request(sampleEndpoint('send'), { id: 'a' })
  await vi.advanceTimersByTimeAsync(3_600_000)

  expect(await call).toEqual({ value: 1 })
})

test('behavior: a wait longer than the limit of timers does not end at once', async () => {
  const day = 86_400_000
  const busy = new Response('', { status: 503, headers: { 'retry-after': String(30 * 86_400) } })
  // In browsers a real body takes real time, even with a fake clock.
  busy.text = async () => ''
  const { client, sent } = createTestClient([busy, ok], { retry: { maxDelay: 31 * day } })
  const call = client.request(sampleEndpoint('read'), { id: 'a' })
  await vi.advanceTimersByTimeAsync(20 * day)
  expect(sent).toHaveLength(1)

  await vi.advanceTimersByTimeAsync(20 * day)
  expect(await call).toEqual({ value: 1 })
})

test('behavior: durationMs is the time since the request was sent, without the wait for a place', async () => {
  const events: ClientEvent[] = []
  const limiter: Limiter = {
    run: async (_endpoint, attempt) => {
      await wait(5_000)
      return attempt()
    },
  }
  const { client } = createTestClient([after(30, { errcode: -1, errmsg: 'system busy' }), after(40)], {
    limiter,
    onEvent: (event) => events.push(event),
  })
  const call = client.request(sampleEndpoint('read'), { id: 'a' })
  await vi.runAllTimersAsync()
  await call

  expect(events.flatMap((event) => ('durationMs' in event ? [`${event.type} ${event.durationMs}`] : []))).toEqual([
    'failure 30',
    'response 40',
  ])
})

test('error: a failure of the limiter itself is passed on, and is no failure of an attempt', async () => {
  const broken = new Error('no connection to the limiter')
  const events: ClientEvent[] = []
  const { client, sent } = createTestClient([ok], {
    limiter: { run: () => Promise.reject(broken) },
    onEvent: (event) => events.push(event),
  })

  await expect(client.request(sampleEndpoint('read'), { id: 'a' })).rejects.toBe(broken)
  expect(sent).toEqual([])
  expect(events).toEqual([])
})

test('behavior: a call whose signal has aborted asks for no token', async () => {
  const get = vi.fn<TokenSource['get']>(async () => ({}))
  const { client, sent } = createTestClient([ok], { token: { kind: 'corp', get } })
  const call = client.request(sampleEndpoint('read'), { id: 'a' }, { signal: AbortSignal.abort() })

  await expect(call).rejects.toMatchObject({ kind: 'abort', ambiguous: false })
  expect(get).not.toHaveBeenCalled()
  expect(sent).toEqual([])
})

test('behavior: a call that is aborted while it waits for its token does not reach the limiter', async () => {
  const controller = new AbortController()
  const get = async (): Promise<object> => {
    controller.abort()
    return {}
  }
  const reached: string[] = []
  const limiter: Limiter = {
    run: ({ name }, attempt) => {
      reached.push(name)
      return attempt()
    },
  }
  const { client, sent } = createTestClient([ok], { token: { kind: 'corp', get }, limiter })
  const call = client.request(sampleEndpoint('send'), { id: 'a' }, { signal: controller.signal })

  await expect(call).rejects.toMatchObject({ kind: 'abort', ambiguous: false })
  expect(reached).toEqual([])
  expect(sent).toEqual([])
})

test('behavior: a call that is aborted while it waits for its place emits no `request`', async () => {
  const controller = new AbortController()
  const events: string[] = []
  const limiter: Limiter = {
    run: (_endpoint, attempt) => {
      controller.abort()
      return attempt()
    },
  }
  const { client } = createTestClient([ok], { limiter, onEvent: ({ type }) => events.push(type) })
  const call = client.request(sampleEndpoint('send'), { id: 'a' }, { signal: controller.signal })

  await expect(call).rejects.toMatchObject({ kind: 'abort', ambiguous: false })
  expect(events).toEqual(['failure'])
})
