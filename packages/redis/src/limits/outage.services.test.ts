import { afterEach, expect, test } from 'vitest'
import { endpoint, Gauge, openCall, openLimiters, pass, refusal } from '../fixtures/calls.ts'
import { openRedis, sleep, until } from '../fixtures/openRedis.ts'
import type { LimiterEvent } from './Link.ts'

const redis = openRedis()

afterEach(async () => {
  await redis().server.restart()
  await until('the client is connected again', async () => (await redis().admin.ping()) === 'PONG')
})

/**
 * Opens the limiters of three processes. The three processes together may make six calls at the same time. Each limiter
 * has already learned from Redis that there are three processes.
 */
async function openThree(events: LimiterEvent[] = []): ReturnType<typeof openLimiters> {
  const options = { concurrency: 6, timeout: 500, onEvent: (event: LimiterEvent) => events.push(event) }
  const limiters = await openLimiters(redis(), 3, options)
  // A limiter learns the number of processes from the reply to its call. When the first limiter makes its first call,
  // Redis does not know the other two processes, so each limiter makes a second call.
  for (const limiter of [...limiters, ...limiters]) await pass(limiter, () => Promise.resolve('done'))
  return limiters
}

test.each(['kill', 'pause'] as const)(
  'default: Redis gone by %s: each process goes on with its share of the last cap, and says so once',
  async (how) => {
    const events: LimiterEvent[] = []
    const limiters = await openThree(events)
    await redis().server[how]()
    const startedAt = performance.now()
    const gauges = limiters.map(() => new Gauge())
    const calls = limiters.flatMap((limiter, process) =>
      Array.from({ length: 10 }, () => pass(limiter, () => gauges[process]?.call(20) ?? Promise.resolve('none'))),
    )

    expect(await Promise.all(calls)).toEqual(Array.from({ length: 30 }, () => 'done'))
    expect(gauges.map(({ most }) => most)).toEqual([2, 2, 2])
    // The first calls wait 500 ms for Redis. Then five rounds of calls follow, of 20 ms each.
    expect(performance.now() - startedAt).toBeLessThan(3_000)
    expect(events.map(({ type }) => type)).toEqual(['redis-lost', 'redis-lost', 'redis-lost'])
    if (how === 'pause') expect(events[0]).toEqual({ type: 'redis-lost', errorName: 'TimeoutError' })

    const again = performance.now()
    await pass(limiters[0], () => Promise.resolve('done'))
    // Calls that follow do not wait for Redis.
    expect(performance.now() - again).toBeLessThan(500)
  },
)

test.each(['kill', 'pause'] as const)('behavior: Redis back after %s: shared again', async (how) => {
  const events: LimiterEvent[] = []
  const limiters = await openThree(events)
  await redis().server[how]()
  await Promise.all(limiters.map((limiter) => pass(limiter, () => Promise.resolve('done'))))
  if (how === 'pause') redis().server.resume()
  else await redis().server.restart()
  await until('all processes have found it', async () => {
    // A process looks for Redis when it has calls.
    await Promise.all(limiters.map((limiter) => pass(limiter, () => Promise.resolve('done'))))
    return events.filter(({ type }) => type === 'redis-back').length === 3
  })

  const open = limiters.flatMap((limiter) => Array.from({ length: 4 }, () => openCall(limiter)))
  const sent = (): number => open.filter(({ isSent }) => isSent()).length
  await until('six calls are on their way', () => sent() === 6)
  await sleep(200)
  expect(sent()).toBe(6)
  await Promise.all(open.map(({ end }) => end()))
})

test('behavior: a Redis that lost its data knows the reduced limit', async () => {
  const [other, one] = await openThree()
  await pass(one, () => Promise.reject(refusal(45033))).catch(() => undefined)
  await pass(one, () => Promise.resolve('done'))
  await redis().admin.flushall()
  // The first message after the loss of data comes from a process that does not know the reduced limit.
  await pass(other, () => Promise.resolve('done'))
  await pass(one, () => Promise.resolve('done'))
  const open = [one, other].flatMap((limiter) => Array.from({ length: 4 }, () => openCall(limiter)))
  const sent = (): number => open.filter(({ isSent }) => isSent()).length
  await until('three calls are on their way', () => sent() >= 3)
  await sleep(200)

  expect(sent()).toBe(3)
  await Promise.all(open.map(({ end }) => end()))
})

test('behavior: without Redis, 45033 and 45009 still count for the process', async () => {
  const [one, other] = await openThree()
  await redis().server.kill()
  await expect(pass(one, () => Promise.reject(refusal(45033)))).rejects.toMatchObject({ errcode: 45033 })
  const gauge = new Gauge()
  await Promise.all(Array.from({ length: 4 }, () => pass(one, () => gauge.call(10))))
  expect(gauge.most).toBe(1)

  await expect(pass(one, () => Promise.reject(refusal(45009)))).rejects.toMatchObject({ errcode: 45009 })
  await expect(pass(one, () => Promise.resolve('sent'))).rejects.toMatchObject({ errcode: 45009 })
  expect(await pass(other, () => Promise.resolve('sent'))).toBe('sent')
})

test('behavior: an abort ends the wait while Redis does not reply', async () => {
  const [one] = await openThree()
  redis().server.pause()
  const controller = new AbortController()
  const call = one?.run(endpoint, () => Promise.reject(controller.signal.reason), controller.signal, {})
  const startedAt = performance.now()
  controller.abort(new Error('aborted'))

  await expect(call).rejects.toThrow('aborted')
  expect(performance.now() - startedAt).toBeLessThan(500)
})
