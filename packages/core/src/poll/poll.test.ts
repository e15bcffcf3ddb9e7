import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { RequestOptions } from '../client/types.ts'
import { createTestClient, type SentRequest } from '../testing/createTestClient.ts'
import { sampleEndpoint } from '../testing/fixtures/sampleEndpoint.ts'
import { poll, type PollOptions } from './poll.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const endpoint = sampleEndpoint('read')

/**
 * Polls until the value is `wanted`. In the returned object, `times` lists the start of each query, in milliseconds
 * since the call of this function.
 */
function start(answers: readonly object[], wanted: number, options?: PollOptions) {
  const { client, sent } = createTestClient(answers)
  const begin = Date.now()
  const times: number[] = []
  const result = poll(
    endpoint,
    async (asking) => {
      times.push(Date.now() - begin)
      const { value } = await client.request(endpoint, { id: 'a' }, asking)
      return value === wanted ? value : undefined
    },
    options,
  )
  result.catch(() => undefined)
  return { result, times, sent }
}

const values = (...list: number[]): object[] => list.map((value) => ({ errcode: 0, errmsg: 'ok', value }))
const neverAnswer = (_request: SentRequest, signal: AbortSignal | undefined): Promise<Response> =>
  new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason))
  })

test('queries at once, then after growing delays', async () => {
  const { result, times } = start(values(0, 0, 0, 0, 7), 7, { minDelay: 1_000, growth: 2, maxDelay: 3_000 })
  await vi.runAllTimersAsync()

  expect(await result).toBe(7)
  expect(times).toEqual([0, 1_000, 3_000, 6_000, 9_000])
  expect(vi.getTimerCount()).toBe(0)
})

test('`growth: 1` keeps the delay', async () => {
  const { result, times } = start(values(0, 0, 7), 7, { minDelay: 1_000, growth: 1 })
  await vi.runAllTimersAsync()
  await result

  expect(times).toEqual([0, 1_000, 2_000])
})

test('each query gets the other options', async () => {
  const ask = vi.fn<(options: RequestOptions) => Promise<number>>(async () => 7)
  await poll(endpoint, ask, { minDelay: 1_000, headers: { 'x-trace': 'a1' } })

  expect(ask.mock.calls).toEqual([[{ headers: { 'x-trace': 'a1' }, signal: expect.any(AbortSignal) }]])
})

test('any result other than undefined ends polling, even a falsy one', async () => {
  const { result, times } = start(values(0), 0)

  expect(await result).toBe(0)
  expect(times).toHaveLength(1)
})

test('the time limit ends a wait', async () => {
  const { result, sent } = start(values(0, 0), 7, { minDelay: 1_000, totalTimeout: 1_500 })
  await vi.advanceTimersByTimeAsync(1_500)

  const expected = { kind: 'timeout', timeout: 1_500, endpoint: 'sample', ambiguous: false }
  await expect(result).rejects.toMatchObject(expected)
  expect(sent).toHaveLength(2)
  expect(vi.getTimerCount()).toBe(0)
})

test('the time limit ends a query', async () => {
  const { result } = start([neverAnswer], 7, { totalTimeout: 1_500 })
  await vi.advanceTimersByTimeAsync(1_500)

  await expect(result).rejects.toMatchObject({ kind: 'timeout', timeout: 1_500 })
})

test('the signal ends a wait', async () => {
  const controller = new AbortController()
  const { result, sent } = start(values(0), 7, { signal: controller.signal })
  await vi.advanceTimersByTimeAsync(500)
  controller.abort()

  await expect(result).rejects.toMatchObject({ kind: 'abort' })
  expect(sent).toHaveLength(1)
  expect(vi.getTimerCount()).toBe(0)
})

test('a failed query ends polling', async () => {
  const { result } = start([{ errcode: 40088, errmsg: 'no such job' }], 7)

  await expect(result).rejects.toMatchObject({ kind: 'api', errcode: 40088 })
})

test.each([
  ['never answers', () => new Promise<never>(() => undefined)],
  ['always says not yet', async () => undefined],
])('behavior: a query that does not look at the signal and %s ends in time', async (_how, ask) => {
  const result = poll(endpoint, ask, { totalTimeout: 1_500, minDelay: 1_000 })
  const timedOut = expect(result).rejects.toMatchObject({ kind: 'timeout', timeout: 1_500 })
  await vi.advanceTimersByTimeAsync(1_500)
  await timedOut

  const controller = new AbortController()
  const stopped = expect(poll(endpoint, ask, { signal: controller.signal })).rejects.toMatchObject({ kind: 'abort' })
  await vi.advanceTimersByTimeAsync(1)
  controller.abort()
  await stopped
  expect(vi.getTimerCount()).toBe(0)
})

test.each([
  [{ minDelay: Number.NaN }, 'minDelay must be a non-negative integer, got NaN'],
  [{ minDelay: -1 }, 'minDelay must be a non-negative integer, got -1'],
  [{ maxDelay: Infinity }, 'maxDelay must be a non-negative integer, got Infinity'],
  [{ growth: Number.NaN }, 'growth must be a finite number of at least 1, got NaN'],
  [{ growth: 0.5 }, 'growth must be a finite number of at least 1, got 0.5'],
  [{ growth: Infinity }, 'growth must be a finite number of at least 1, got Infinity'],
  [{ totalTimeout: Number.NaN }, 'totalTimeout must be a positive number, got NaN'],
  [{ totalTimeout: 0 }, 'totalTimeout must be a positive number, got 0'],
] satisfies [PollOptions, string][])('error: %o', async (options, message) => {
  const ask = vi.fn<() => Promise<number>>(async () => 1)

  await expect(poll(endpoint, ask, options)).rejects.toThrow(new RangeError(`poll: ${message}`))
  expect(ask).not.toHaveBeenCalled()
})
