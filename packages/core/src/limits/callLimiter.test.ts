import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ClientConfig } from '../client/types.ts'
import { type AnyWeComError, isWeComError } from '../errors/isWeComError.ts'
import { WeComApiError } from '../errors/WeComApiError.ts'
import { createTestClient } from '../testing/createTestClient.ts'
import { sampleEndpoint } from '../testing/fixtures/sampleEndpoint.ts'
import { testLimiter } from '../testing/testLimiter.ts'
import { callLimiter } from './callLimiter.ts'

const start = Date.parse('2026-03-01T08:00:00Z')
beforeEach(() => {
  vi.useFakeTimers({ now: start })
})
afterEach(() => {
  vi.useRealTimers()
})

const ok = { errcode: 0, errmsg: 'ok', value: 1 }
const tooMany = { errcode: 45033, errmsg: 'api concurrent out of limit' }
const tooOften = { errcode: 45009, errmsg: 'api freq out of limit' }
const read = sampleEndpoint('read')

/** Creates a client whose requests each take one second. */
function open(answers: readonly object[], config: Partial<ClientConfig>) {
  let underWay = 0
  /**
   * One number for each request, in the order of sending: how many requests were under way at that moment, including
   * the request itself.
   */
  const counts: number[] = []
  const slowly = (answer: object) => async () => {
    counts.push(++underWay)
    await new Promise((resolve) => setTimeout(resolve, 1000))
    underWay--
    return answer
  }
  const { client, sent } = createTestClient(answers.map(slowly), config)
  const call = (id: string, signal?: AbortSignal): Promise<unknown> =>
    client.request(read, { id }, { signal }).catch((error: unknown) => {
      if (!isWeComError(error)) throw error
      return error
    })
  return { client, call, counts, sentIds: () => sent.map(({ body }) => (body as { id: string }).id) }
}

function times(count: number, answer: object): object[] {
  return Array.from({ length: count }, () => answer)
}

async function settle(calls: readonly Promise<unknown>[]): Promise<unknown[]> {
  await vi.runAllTimersAsync()
  return Promise.all(calls)
}

testLimiter((concurrency) => callLimiter({ concurrency }), {
  test,
  wait: (milliseconds) => vi.advanceTimersByTimeAsync(milliseconds),
})

test('at most `concurrency` calls are under way; the others follow in order', async () => {
  const { call, counts, sentIds } = open([ok, ok, ok, ok, ok], { limiter: callLimiter({ concurrency: 2 }) })
  const calls = ['1', '2', '3', '4', '5'].map((id) => call(id))
  await vi.advanceTimersByTimeAsync(0)
  expect(sentIds()).toEqual(['1', '2'])

  expect(await settle(calls)).toEqual(times(5, { value: 1 }))
  expect(sentIds()).toEqual(['1', '2', '3', '4', '5'])
  expect(counts).toEqual([1, 2, 2, 2, 2])
})

test('default: five', async () => {
  const { call, sentIds } = open(times(7, ok), { limiter: callLimiter() })
  const calls = ['1', '2', '3', '4', '5', '6', '7'].map((id) => call(id))
  await vi.advanceTimersByTimeAsync(0)

  expect(sentIds()).toHaveLength(5)
  await settle(calls)
})

test('endpoints are counted separately, clients with the same limiter together', async () => {
  const limiter = callLimiter({ concurrency: 1 })
  const [one, two] = [open([ok, ok], { limiter }), open([ok], { limiter })]
  const elsewhere = one.client.request({ ...read, path: '/cgi-bin/other' }, { id: 'o' })
  const calls = [elsewhere, one.call('1'), two.call('2')]
  await vi.advanceTimersByTimeAsync(0)

  expect([one.sentIds(), two.sentIds()]).toEqual([['o', '1'], []])
  await settle(calls)
  expect(two.sentIds()).toEqual(['2'])
})

test('a failed call frees its place', async () => {
  const { call, sentIds } = open([{ errcode: 84061, errmsg: '' }, ok], { limiter: callLimiter({ concurrency: 1 }) })

  expect(await settle([call('1'), call('2')])).toEqual([expect.any(Error), { value: 1 }])
  expect(sentIds()).toEqual(['1', '2'])
})

test('45033: half as many at once, and one more after 20 that worked', async () => {
  const answers = [tooMany, tooMany, ok, ok, ...times(76, ok)]
  const { call, counts } = open(answers, { limiter: callLimiter({ concurrency: 4 }), retry: { minDelay: 1 } })
  await settle(['1', '2', '3', '4'].map((id) => call(id)))
  // Both were under way when the first failed.
  expect(counts.splice(0)).toEqual([1, 2, 3, 4, 1, 2])

  // Four have worked already.
  await settle(Array.from({ length: 16 }, () => call('a')))
  expect(Math.max(...counts.splice(0))).toBe(2)
  await settle(Array.from({ length: 20 }, () => call('b')))
  expect(Math.max(...counts.splice(0))).toBe(3)
  await settle(Array.from({ length: 40 }, () => call('c')))
  expect(Math.max(...counts.splice(0))).toBe(4)
})

test('45009: nothing is sent for a minute, and the error has `retryAt`', async () => {
  const { call, sentIds } = open([tooOften, ok], { limiter: callLimiter({ concurrency: 1 }) })
  const [first, second] = (await settle([call('1'), call('2')])) as AnyWeComError[]

  const refusal = { kind: 'api', errcode: 45009, errmsg: 'api freq out of limit', retryAt: start + 61_001 }
  expect([first, second]).toMatchObject([refusal, refusal])
  expect(first?.message).toContain('\nRemedy: call again after 2026-03-01T08:01:01.001Z\n')
  await vi.advanceTimersByTimeAsync(start + 60_999 - Date.now())
  expect(await settle([call('3')])).toMatchObject([refusal])
  expect(sentIds()).toEqual(['1'])

  await vi.advanceTimersByTimeAsync(1)
  expect(await settle([call('4')])).toEqual([{ value: 1 }])
})

test('45009 again right after the minute: blocked for an hour; later: for a minute', async () => {
  const limiter = callLimiter()
  const { call } = open([tooOften, tooOften, tooOften], { limiter })
  const refuse = async (): Promise<number> => {
    const [error] = (await settle([call('1')])) as [AnyWeComError & { retryAt: number }]
    return error.retryAt - Date.now()
  }
  expect(await refuse()).toBe(60_001)
  vi.advanceTimersByTime(60_000)
  expect(await refuse()).toBe(3_600_001)
  vi.advanceTimersByTime(3_660_000)
  expect(await refuse()).toBe(60_001)
})

test('45009: a block has the same length if the clock is set back, and `retryAt` follows the clock', async () => {
  const { call, sentIds } = open([tooOften, ok], { limiter: callLimiter() })
  await settle([call('1')])
  vi.setSystemTime(Date.now() - 3_600_000)
  await vi.advanceTimersByTimeAsync(59_000)
  expect(await settle([call('2')])).toMatchObject([{ errcode: 45009, retryAt: Date.now() + 1_001 }])
  expect(sentIds()).toEqual(['1'])

  await vi.advanceTimersByTimeAsync(1_000)
  expect(await settle([call('3')])).toEqual([{ value: 1 }])
})

test('45009 at the moment of opening is the next one; a minute after it, the first of a new count', async () => {
  const limiter = callLimiter()
  const refuseAt = async (now: number): Promise<number | undefined> => {
    await vi.advanceTimersByTimeAsync(now - Date.now())
    const refused = limiter.run(read, () => Promise.reject(new WeComApiError(read, 45009, '', false)), undefined, {})
    const error = await refused.catch((reason: unknown) => reason)
    return (error as WeComApiError).retryAt
  }
  const opening = start + 60_000
  expect(await refuseAt(start)).toBe(opening + 1)
  expect(await refuseAt(opening)).toBe(opening + 3_600_001)

  const aMinuteAfter = opening + 3_600_000 + 60_000
  expect(await refuseAt(aMinuteAfter)).toBe(aMinuteAfter + 60_001)
})

test.each([45009, 45033])('behavior: an errcode %d of something else than WeCom is no limit', async (errcode) => {
  const limiter = callLimiter({ concurrency: 2 })
  const foreign = Object.assign(new Error('of a proxy'), { kind: 'api', errcode })

  await expect(limiter.run(read, () => Promise.reject(foreign), undefined, {})).rejects.toBe(foreign)
  let underWay = 0
  const attempt = async (): Promise<number> => {
    const count = ++underWay
    await new Promise((resolve) => setTimeout(resolve, 1000))
    return count
  }
  const calls = [limiter.run(read, attempt, undefined, {}), limiter.run(read, attempt, undefined, {})]
  await vi.advanceTimersByTimeAsync(0)
  expect(underWay).toBe(2)
  expect(await settle(calls)).toEqual([1, 2])
})

test('behavior: a call that comes just before the end of a block does not prolong the block', async () => {
  const limiter = callLimiter()
  const refused = (): Promise<unknown> =>
    limiter
      .run(read, () => Promise.reject(new WeComApiError(read, 45009, '', false)), undefined, {})
      .catch((error: unknown) => error)
  await refused()
  await vi.advanceTimersByTimeAsync(60_000)
  // The limiter reads the clock a moment before the end, and then again after it.
  const clock = vi.spyOn(performance, 'now').mockReturnValueOnce(performance.now() - 0.001)
  expect(await refused()).toMatchObject({ errcode: 45009, retryAt: Date.now() + 1 })
  expect(clock).toHaveBeenCalled()

  expect(await limiter.run(read, async () => 'sent', undefined, {})).toBe('sent')
})

test('45009 of several calls under way blocks once', async () => {
  const { call } = open([tooOften, tooOften], { limiter: callLimiter() })
  const errors = await settle([call('1'), call('2')])

  expect(errors).toMatchObject([{ retryAt: start + 61_001 }, { retryAt: start + 61_001 }])
})

test('behavior: only 45033 reduces concurrency, not other failures', async () => {
  const failures = [{ errcode: -1, errmsg: '' }, { errcode: 84061, errmsg: '' }, new TypeError('fetch failed')]
  const { call, counts } = open([...failures, ...failures, ok, ok, ok], {
    limiter: callLimiter({ concurrency: 3 }),
    retry: false,
  })
  await settle(['1', '2', '3', '4', '5', '6'].map((id) => call(id)))
  counts.splice(0)

  await settle(['7', '8', '9'].map((id) => call(id)))
  expect(counts).toEqual([1, 2, 3])
})

test('behavior: 45033 reduces concurrency while all places are taken', async () => {
  const { call, counts } = open([tooMany, ok, ok, ok, ok], { limiter: callLimiter({ concurrency: 2 }), retry: false })
  await settle(['1', '2'].map((id) => call(id)))
  counts.splice(0)

  await settle(['3', '4'].map((id) => call(id)))
  expect(counts).toEqual([1, 1])
})

test('behavior: a waiting call ends at once when aborted, and takes no place', async () => {
  const { call, sentIds } = open([ok, ok, ok], { limiter: callLimiter({ concurrency: 1 }) })
  const controller = new AbortController()
  const first = call('1')
  await vi.advanceTimersByTimeAsync(500)
  const second = call('2', controller.signal)
  await vi.advanceTimersByTimeAsync(100)
  controller.abort()

  expect(await second).toMatchObject({ kind: 'abort', ambiguous: false })
  expect(Date.now()).toBe(start + 600)
  // It took no place: of the next two, one waits for the other.
  const others = [call('3'), call('4')]
  await vi.advanceTimersByTimeAsync(500)
  expect(sentIds()).toEqual(['1', '3'])
  expect(await settle([first, ...others])).toEqual(times(3, { value: 1 }))
})

test('behavior: a call with an aborted signal does not wait for a place', async () => {
  const limiter = callLimiter({ concurrency: 1 })
  const working = limiter.run(read, () => new Promise((resolve) => setTimeout(resolve, 1000)), undefined, {})
  const attempt = vi.fn<() => Promise<never>>().mockRejectedValue(new Error('aborted'))

  await expect(limiter.run(read, attempt, AbortSignal.abort(), {})).rejects.toThrow('aborted')
  expect(Date.now()).toBe(start)
  await vi.runAllTimersAsync()
  await working
})

test('behavior: a send that 45009 refused, or that was not sent because of it, is not ambiguous', async () => {
  const { client } = createTestClient([tooOften], { limiter: callLimiter() })
  const send = (): Promise<unknown> => client.request(sampleEndpoint('send'), { id: 'a' })

  await expect(send()).rejects.toMatchObject({ errcode: 45009, ambiguous: false })
  await expect(send()).rejects.toMatchObject({ errcode: 45009, ambiguous: false })
})

test('an aborted waiting call is not sent, and the next one takes its turn', async () => {
  const { call, sentIds } = open([ok, ok, ok], { limiter: callLimiter({ concurrency: 1 }) })
  const controller = new AbortController()
  const calls = [call('1'), call('2', controller.signal), call('3')]
  await vi.advanceTimersByTimeAsync(500)
  controller.abort()

  expect(await settle(calls)).toMatchObject([{ value: 1 }, { kind: 'abort', ambiguous: false }, { value: 1 }])
  expect(await settle([call('4')])).toEqual([{ value: 1 }])
  expect(sentIds()).toEqual(['1', '3', '4'])
})

test('an abort after the call got its turn does not affect other calls', async () => {
  const limiter = callLimiter({ concurrency: 1 })
  const { signal } = new AbortController()
  const removed = vi.spyOn(signal, 'removeEventListener')
  await limiter.run(read, async () => undefined, signal, {})

  expect(removed).toHaveBeenCalledWith('abort', expect.any(Function))
})

test('waiting counts towards `totalTimeout`, not `timeout`', async () => {
  const { client, sentIds } = open([ok, ok, ok], { limiter: callLimiter({ concurrency: 1 }), timeout: 1500 })
  const request = (id: string, totalTimeout?: number): Promise<unknown> =>
    client.request(read, { id }, { totalTimeout }).catch((error: unknown) => error)

  const calls = [request('1'), request('2'), request('3', 1500)]
  expect(await settle(calls)).toMatchObject([{ value: 1 }, { value: 1 }, { kind: 'timeout', ambiguous: false }])
  expect(sentIds()).toEqual(['1', '2'])
})

test('a custom limiter receives every attempt and the parameters of the call', async () => {
  const seen: unknown[] = []
  const { client } = createTestClient([{ errcode: -1, errmsg: '' }, ok], {
    retry: { minDelay: 1 },
    limiter: {
      run: (endpoint, attempt, _signal, params) => {
        seen.push([endpoint.name, params])
        return attempt()
      },
    },
  })
  await settle([client.request(read, { id: 'a' })])

  expect(seen).toEqual([
    ['sample', { id: 'a' }],
    ['sample', { id: 'a' }],
  ])
})

test.each([0, -1, 1.5, Number.NaN, Infinity])('error: %d at once', (concurrency) => {
  expect(() => callLimiter({ concurrency })).toThrow(
    `callLimiter: concurrency must be a positive integer, got ${concurrency}`,
  )
})
