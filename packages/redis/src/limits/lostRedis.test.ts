import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Call, openLane, type OpenLane, pass, refusal } from '../fixtures/openLane.ts'
import { Link } from './Link.ts'

// A process limits its own calls while Redis does not answer. Tests with a real Redis are in
// outage.services.test.ts.

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function countSent(calls: readonly Call[]): number {
  return calls.filter(({ isSent }) => isSent()).length
}

/**
 * Opens a lane (the object that limits the calls of one process to one endpoint), and then makes Redis stop answering.
 * In its last reply, Redis allowed `processes` processes to have `width` calls under way in total. No call is under
 * way.
 */
async function openLost(width: number, processes: number): Promise<OpenLane> {
  const lane = openLane({ concurrency: 8 })
  lane.answer = () => ({ width, processes })
  lane.start().end()
  await pass(10)
  await lose(lane)
  return lane
}

/**
 * Makes all further messages from the lane to Redis fail. Then makes one call. For this call, the lane sends a message
 * to Redis, and notices the failure.
 */
async function lose(lane: OpenLane): Promise<void> {
  lane.answer = () => new TypeError('closed')
  lane.start().end()
  await pass(5_000)
  expect(lane.events.at(-1)).toEqual({ type: 'redis-lost', errorName: 'TypeError' })
  lane.messages.length = 0
}

test.each([
  [6, 3, 2],
  [7, 3, 2],
  [2, 5, 1],
])('default: a limit of %i, %i processes: this one sends %i calls at once', async (width, processes, share) => {
  const lane = await openLost(width, processes)
  const calls = Array.from({ length: 5 }, () => lane.start())
  await pass()
  expect(countSent(calls)).toBe(share)
  calls[0]?.end()
  await pass()

  expect(countSent(calls)).toBe(share + 1)
  expect(await calls[0]?.result).toBe('done')
})

test('default: calls that wait when Redis stops answering get their places from this process, in order', async () => {
  const lane = openLane({ concurrency: 2 })
  lane.answer = () => new TypeError('closed')
  const calls = [lane.start(), lane.start(), lane.start()]
  await pass()

  expect(calls.map(({ isSent }) => isSent())).toEqual([true, true, false])
})

test('behavior: calls for one follow relation stay one after the other', async () => {
  const lane = await openLost(8, 1)
  const calls = [lane.start('zhangsan wm1'), lane.start('zhangsan wm1'), lane.start('zhangsan wm2')]
  await pass()
  expect(calls.map(({ isSent }) => isSent())).toEqual([true, false, true])
  calls[0]?.end()
  await pass()

  expect(countSent(calls)).toBe(3)
})

test.each([
  [3, 1],
  [1, 3],
])('behavior: %i processes for this endpoint, %i for another: the higher number counts', async (own, other) => {
  const link = new Link(undefined)
  const lane = openLane({ concurrency: 6, link })
  const otherLane = openLane({ concurrency: 6, link })
  lane.answer = () => ({ processes: own })
  otherLane.answer = () => ({ processes: other })
  lane.start().end()
  await pass(10)
  otherLane.start().end()
  await pass(10)
  lane.answer = () => new TypeError('closed')
  const calls = Array.from({ length: 6 }, () => lane.start())
  await pass()

  expect(countSent(calls)).toBe(2)
})

test('behavior: Redis is tried once a second, as long as there are calls', async () => {
  const lane = await openLost(2, 1)
  await pass(5_000)
  expect(lane.messages).toEqual([])
  const calls = [lane.start(), lane.start(), lane.start()]
  await pass()
  expect(lane.messages).toMatchObject([{ waitingCalls: [], active: 2 }])
  await pass(3_500)

  const [first = 0, ...others] = lane.messages.map(({ at }) => at)
  expect(others.map((at) => at - first)).toEqual([1_000, 2_000, 3_000])
  for (const call of calls) call.end()
  await pass(10_000)
  // The fifth message was already scheduled when the calls ended.
  expect(lane.messages).toHaveLength(5)
})

test('behavior: within a second of a failure, a new call is sent without a message to Redis', async () => {
  const lane = await openLost(2, 1)
  lane.start()
  await pass(500)
  const call = lane.start()
  await pass(400)

  expect(call.isSent()).toBe(true)
  expect(lane.messages).toHaveLength(1)
})

test('behavior: 45033 halves the share, once for calls that were sent together, until Redis is back', async () => {
  const lane = await openLost(8, 2)
  const calls = Array.from({ length: 6 }, () => lane.start())
  await pass()
  expect(countSent(calls)).toBe(4)
  calls[0]?.end(refusal(45033))
  calls[1]?.end(refusal(45033))
  await pass()
  expect(countSent(calls)).toBe(4)
  calls[2]?.end()
  await pass()
  expect(countSent(calls)).toBe(5)

  lane.answer = () => ({ width: 8, processes: 2 })
  await pass(1_000)
  expect(lane.events.at(-1)).toEqual({ type: 'redis-back' })
  for (const call of calls) call.end()
  await pass(10)
  await lose(lane)
  const others = Array.from({ length: 6 }, () => lane.start())
  await pass()
  expect(countSent(others)).toBe(4)
})

test('behavior: 45033 of a call that started with a larger share does not raise the share again', async () => {
  const lane = await openLost(4, 1)
  const [early, refused, ...others] = Array.from({ length: 4 }, () => lane.start())
  await pass()
  refused?.end(refusal(45033))
  for (const call of others) call.end()
  await pass()
  const late = lane.start()
  await pass()
  late.end(refusal(45033))
  await pass()
  early?.end(refusal(45033))
  await pass()
  const calls = [lane.start(), lane.start(), lane.start()]
  await pass()

  expect(countSent(calls)).toBe(1)
})

test('behavior: 45033 of a call that Redis gave a place does not change the share', async () => {
  const lane = openLane({ concurrency: 4 })
  const call = lane.start()
  await pass()
  lane.answer = () => new TypeError('closed')
  call.end(refusal(45033))
  await pass()
  const calls = Array.from({ length: 8 }, () => lane.start())
  await pass()

  expect(countSent(calls)).toBe(4)
})

test('behavior: the first message after an outage reports everything that happened meanwhile, once', async () => {
  const lane = openLane({ concurrency: 8 })
  lane.answer = () => new TypeError('closed')
  const [first, next, refused] = [lane.start('zhangsan wm1'), lane.start('zhangsan wm1'), lane.start()]
  await pass()
  first.end()
  refused.end(refusal(45033))
  await pass(2_500)
  expect(lane.messages).toHaveLength(3)
  next.end()
  const last = lane.start('zhangsan wm2')
  lane.answer = () => ({})
  await pass(500)
  expect(lane.events.map(({ type }) => type)).toEqual(['redis-lost', 'redis-back'])
  lane.start()
  await pass()

  expect(last.isSent()).toBe(true)
  expect(lane.messages.slice(3)).toMatchObject([
    { active: 1, worked: 2, epochOf45033: 0, relationsInUse: ['zhangsan wm2'], waitingCalls: [] },
    { active: 1, worked: 0, epochOf45033: -1, relationsInUse: ['zhangsan wm2'], waitingCalls: [''] },
  ])
})

test('behavior: calls that end while a message fails are reported with the next one', async () => {
  const lane = openLane()
  const calls = [lane.start('zhangsan wm1'), lane.start('zhangsan wm2')]
  await pass()
  const reply = Promise.withResolvers<object>()
  lane.answer = () => reply.promise
  calls[0]?.end()
  await pass(2)
  calls[1]?.end()
  await pass()
  reply.reject(new TypeError('closed'))
  await pass()
  lane.answer = () => ({})
  lane.start()
  await pass(1_000)

  expect(lane.messages.slice(1)).toMatchObject([
    { worked: 1, relationsInUse: ['zhangsan wm2'] },
    { worked: 2, relationsInUse: [] },
  ])
})

test('behavior: the first message after an outage reports the rest of a block', async () => {
  const lane = await openLost(8, 1)
  const [refused, slow] = [lane.start(), lane.start()]
  await pass()
  refused.end(refusal(45009))
  await expect(refused.result).rejects.toMatchObject({ errcode: 45009 })
  await expect(lane.start().result).rejects.toMatchObject({ errcode: 45009 })
  lane.answer = () => new TypeError('closed')
  await pass(10_500)
  lane.answer = () => ({})
  await pass(1_000)

  expect(lane.messages.at(-1)).toMatchObject({ blockedMs: 49_000, errmsg: 'refused', active: 1 })
  slow.end()
  await pass(10)
  expect(lane.messages.at(-1)).toMatchObject({ blockedMs: 0, active: 0 })
})

interface Overdue extends OpenLane {
  readonly calls: readonly Call[]
  /** Redis's reply to the first message. The test settles this promise after the time limit of 2 seconds. */
  readonly late: PromiseWithResolvers<object>
}

/**
 * Opens a lane (the object that limits the calls of one process to one endpoint) and starts two calls. Redis does not
 * reply within the time limit of 2 seconds. The lane then sends the two calls without permission from Redis.
 */
async function openOverdue(link?: Link): Promise<Overdue> {
  const lane = openLane({ concurrency: 2, ...(link && { link }) })
  const late = Promise.withResolvers<object>()
  lane.answer = () => late.promise
  const calls = [lane.start(), lane.start()]
  await pass(1_999)
  expect(countSent(calls)).toBe(0)
  await pass(1)
  expect(countSent(calls)).toBe(2)
  return Object.assign(lane, { calls, late })
}

test('behavior: after 2 s without a reply, calls continue, and no further message is sent', async () => {
  const lane = await openOverdue()
  await pass(60_000)

  expect(lane.events).toEqual([{ type: 'redis-lost', errorName: 'TimeoutError' }])
  expect(lane.messages).toHaveLength(1)
})

test('behavior: a late reply counts; the next message gives back the places of calls that were sent meanwhile', async () => {
  const lane = await openOverdue()
  lane.answer = () => ({})
  lane.late.resolve({ granted: [0, 1] })
  await pass()

  expect(lane.events.at(-1)).toEqual({ type: 'redis-back' })
  expect(lane.messages.slice(1)).toMatchObject([{ at: 2_000, active: 2, waitingCalls: [] }])
})

test('behavior: a message follows a late reply, and reports what happened meanwhile', async () => {
  const lane = await openOverdue()
  lane.calls[0]?.end(refusal(45009))
  lane.calls[1]?.end()
  await pass(10_000)
  expect(lane.messages).toHaveLength(1)
  lane.answer = () => ({})
  lane.late.resolve({ granted: [] })
  await pass()

  expect(lane.messages.slice(1)).toMatchObject([{ active: 0, worked: 1, blockedMs: 50_000, errmsg: 'refused' }])
  await pass(60_000)
  expect(lane.messages).toHaveLength(2)
})

test('behavior: a late failure is followed by an attempt a second later', async () => {
  const lane = await openOverdue()
  lane.late.reject(new TypeError('closed'))
  await pass(999)
  expect(lane.messages).toHaveLength(1)
  lane.answer = () => ({})
  await pass(1)

  expect(lane.messages).toHaveLength(2)
  expect(lane.events.map(({ type }) => type)).toEqual(['redis-lost', 'redis-back'])
})

test('behavior: an endpoint whose message has no reply does not wait for it, although another endpoint has one', async () => {
  const link = new Link(undefined)
  const lane = await openOverdue(link)
  const other = openLane({ link })
  other.start()
  await pass(1_000)
  expect(link.isLost).toBe(false)
  lane.calls[0]?.end()
  await pass()
  const call = lane.start()
  await pass()

  expect(call.isSent()).toBe(true)
  expect(lane.messages).toHaveLength(1)
})
