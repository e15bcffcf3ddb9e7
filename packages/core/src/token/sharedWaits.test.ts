import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { RequestOptions } from '../client/types.ts'
import { createTestClient, type SentRequest, type TestClient } from '../testing/createTestClient.ts'
import { sampleEndpoint } from '../testing/fixtures/sampleEndpoint.ts'
import { authorizedCorpToken } from './authorizedCorpToken.ts'
import { corpToken } from './corpToken.ts'
import { until } from './fixtures/corp.ts'
import { suiteToken } from './suiteToken.ts'
import type { TokenSource } from './TokenSource.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const read = sampleEndpoint('read')

interface SilentCorp extends TestClient {
  readonly call: (options?: RequestOptions) => Promise<unknown>
  /** Abort signals of the requests for tokens, in the order of the requests. */
  readonly signals: readonly AbortSignal[]
  /** Answers the newest request for a token. */
  answer: (answer: object) => void
}

/** Simulates a corp. It answers a request for a token when the test calls `answer`, and every other request at once. */
function silentCorp(token: TokenSource): SilentCorp {
  const signals: AbortSignal[] = []
  let pendingAnswer = Promise.withResolvers<object>()
  const respond = (request: SentRequest, signal: AbortSignal | undefined): object => {
    if (request.path === '/cgi-bin/sample') return { errcode: 0, errmsg: 'ok', value: 1 }
    if (signal) signals.push(signal)
    pendingAnswer = Promise.withResolvers()
    signal?.addEventListener('abort', () => pendingAnswer.reject(signal.reason))
    return pendingAnswer.promise
  }
  const testClient = createTestClient(
    Array.from({ length: 20 }, () => respond),
    { token },
  )
  return {
    ...testClient,
    signals,
    call: (options) => testClient.client.request(read, { id: 'a' }, options),
    answer: (value) => pendingAnswer.resolve(value),
  }
}

const newCorp = (): SilentCorp => silentCorp(corpToken({ corpId: 'ww1', secret: 's3cret' }))
const fresh = { errcode: 0, errmsg: 'ok', access_token: 't1', expires_in: 7200 }

test('default: the request for a token is aborted when the last call that waits for it has left', async () => {
  const { call, signals, sent } = newCorp()
  const [first, second] = [new AbortController(), new AbortController()]
  const [one, two] = [call({ signal: first.signal }), call({ signal: second.signal })]
  const outcomes = [one, two].map((called) => expect(called).rejects.toMatchObject({ kind: 'abort' }))
  await until(() => signals.length === 1)
  first.abort()
  await outcomes[0]
  expect(signals.map(({ aborted }) => aborted)).toEqual([false])

  second.abort()
  await outcomes[1]
  expect(signals.map(({ aborted }) => aborted)).toEqual([true])
  // No timeout and no retry is pending: the process may end.
  expect(vi.getTimerCount()).toBe(0)
  expect(sent).toHaveLength(1)
})

test('behavior: totalTimeout ends the wait in the same way', async () => {
  const { call, signals } = newCorp()
  const outcome = expect(call({ totalTimeout: 300 })).rejects.toMatchObject({ kind: 'timeout', timeout: 300 })
  await until(() => signals.length === 1)
  await vi.advanceTimersByTimeAsync(300)

  await outcome
  expect(signals.map(({ aborted }) => aborted)).toEqual([true])
  expect(vi.getTimerCount()).toBe(0)
})

test.each(['the first', 'the second'])(
  'behavior: %s of two calls leaves, the other one gets the token',
  async (who) => {
    const { call, answer, signals } = newCorp()
    const controller = new AbortController()
    const { signal } = controller
    const [leaving, staying] =
      who === 'the first' ? [call({ signal }), call()] : [call(), call({ signal })].toReversed()
    const left = expect(leaving).rejects.toMatchObject({ kind: 'abort' })
    await until(() => signals.length === 1)
    controller.abort()
    await left
    expect(signals.map(({ aborted }) => aborted)).toEqual([false])

    answer(fresh)
    expect(await staying).toEqual({ value: 1 })
  },
)

test('behavior: after all calls were aborted, the next one requests a new token', async () => {
  const { call, answer, signals } = newCorp()
  const controller = new AbortController()
  const left = expect(call({ signal: controller.signal })).rejects.toMatchObject({ kind: 'abort' })
  await until(() => signals.length === 1)
  controller.abort()
  await left
  const late = call()
  await until(() => signals.length === 2)
  answer(fresh)

  expect(await late).toEqual({ value: 1 })
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, false])
})

test.each(['signal', 'totalTimeout'] as const)('behavior: %s of a call does not end a renewal', async (how) => {
  const { call, answer, signals, sent } = newCorp()
  const first = call()
  await until(() => signals.length === 1)
  answer(fresh)
  await first
  await vi.advanceTimersByTimeAsync(116 * 60_000)

  const controller = new AbortController()
  await call(how === 'signal' ? { signal: controller.signal } : { totalTimeout: 1_000 })
  controller.abort()
  await until(() => signals.length === 2)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(signals[1]?.aborted).toBe(false)
  answer({ ...fresh, access_token: 't2' })
  await vi.advanceTimersByTimeAsync(0)
  await call()

  expect(signals).toHaveLength(2)
  expect(sent.at(-1)?.token).toBe('t2')
})

test('behavior: while requests for a token hang, calls with a totalTimeout use the token that still works', async () => {
  const { call, answer, signals } = newCorp()
  const first = call()
  await until(() => signals.length === 1)
  answer(fresh)
  await first
  await vi.advanceTimersByTimeAsync(116 * 60_000)

  for (let count = 0; count < 5; count++) {
    expect(await call({ totalTimeout: 1_000 })).toEqual({ value: 1 })
    await vi.advanceTimersByTimeAsync(40_000)
  }
  // A request for a token has three attempts, and the next renewal starts half a minute after the last attempt.
  expect(signals.length).toBeLessThanOrEqual(2 + 3 * 3)
})

test('behavior: an abort also ends the request for the token of the suite', async () => {
  const suite = suiteToken({ suiteId: 'wx1', suiteSecret: 's3cret', ticket: () => 'ticket' })
  const { call, signals, sent } = silentCorp(authorizedCorpToken({ corpId: 'ww1', permanentCode: 'p3rmanent', suite }))
  const controller = new AbortController()
  const left = expect(call({ signal: controller.signal })).rejects.toMatchObject({ kind: 'abort' })
  await until(() => signals.length === 1)
  expect(sent.map(({ path }) => path)).toEqual(['/cgi-bin/service/get_suite_token'])
  controller.abort()

  await left
  expect(signals.map(({ aborted }) => aborted)).toEqual([true])
})

test('behavior: a call adds one listener to its signal, and leaves none', async () => {
  const { call, answer, signals } = newCorp()
  const { signal } = new AbortController()
  const added = vi.spyOn(signal, 'addEventListener')
  const removed = vi.spyOn(signal, 'removeEventListener')
  const called = call({ signal })
  await until(() => signals.length === 1)
  answer(fresh)
  await called

  expect(added).toHaveBeenCalledTimes(1)
  const listeners = new Set(added.mock.calls.map(([, listener]) => listener))
  for (const [, listener] of removed.mock.calls) listeners.delete(listener)
  expect(listeners.size).toBe(0)
})
