import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openLane, type OpenLane, pass, refusal } from '../fixtures/openLane.ts'

// A process reacts to 45033 and 45009, and reports them to Redis. Each test chooses the replies of Redis.

const minute = 60_000
const hour = 3_600_000

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Makes a call that WeCom refuses with `errcode`. Returns the error that the call throws. */
async function refuse({ start }: OpenLane, errcode: number): Promise<unknown> {
  const call = start()
  await pass()
  if (call.isSent()) call.end(refusal(errcode))
  return call.result.catch((error: unknown) => error)
}

test.each([0, 3])('behavior: 45033 is reported at once, with the epoch of the call: %i', async (epoch) => {
  const lane = openLane()
  lane.answer = () => ({ epoch })
  expect(await refuse(lane, 45033)).toMatchObject({ errcode: 45033, errmsg: 'refused' })
  await pass()

  expect(lane.messages.slice(1)).toMatchObject([{ at: 0, epoch, epochOf45033: epoch, worked: 0, blockedMs: 0 }])
  await pass(hour)
  expect(lane.messages).toHaveLength(2)
})

test('behavior: 45033 of a call that started before the limit was reduced is not reported', async () => {
  const lane = openLane()
  const early = lane.start()
  await pass()
  lane.answer = () => ({ epoch: 1, width: 1 })
  lane.start()
  await pass()
  early.end(refusal(45033))
  await pass(10)

  expect(lane.messages).toHaveLength(3)
  expect(lane.messages[2]).toMatchObject({ epoch: 1, width: 1, epochOf45033: -1 })
})

test('behavior: 45009 is reported at once, with the length of the block and the message of WeCom', async () => {
  const lane = openLane()
  const now = Date.now()
  expect(await refuse(lane, 45009)).toMatchObject({ errcode: 45009, errmsg: 'refused', retryAt: now + minute + 1 })
  await pass()

  expect(lane.messages.slice(1)).toMatchObject([{ at: 0, epochOf45033: -1, blockedMs: minute, errmsg: 'refused' }])
  await pass(hour)
  expect(lane.messages).toHaveLength(2)
})

test('behavior: during a block, waiting calls and new calls fail at once, and Redis is not asked', async () => {
  const lane = openLane({ concurrency: 1 })
  const retryAt = Date.now() + minute + 1
  const [sent, waiting] = [lane.start(), lane.start()]
  await pass()
  sent.end(refusal(45009))
  const error = { errcode: 45009, errmsg: 'refused', retryAt, ambiguous: false }
  await expect(waiting.result).rejects.toMatchObject(error)
  await pass(minute - 1)
  const count = lane.messages.length
  const late = lane.start()
  await expect(late.result).rejects.toMatchObject(error)

  expect([waiting.isSent(), late.isSent()]).toEqual([false, false])
  expect(lane.messages).toHaveLength(count)
  await pass(1)
  const next = lane.start()
  await pass()
  expect(next.isSent()).toBe(true)
})

test('behavior: 45009 of a further call that was under way does not prolong the block', async () => {
  const lane = openLane()
  const retryAt = Date.now() + minute + 1
  const calls = [lane.start(), lane.start()]
  await pass()
  calls[0]?.end(refusal(45009))
  await pass(1_000)
  calls[1]?.end(refusal(45009))

  await expect(calls[1]?.result).rejects.toMatchObject({ errcode: 45009, retryAt })
})

test.each([
  ['at once', 0, hour],
  ['within a minute', minute - 1, hour],
  ['a minute later', minute, minute],
])('behavior: 45009 again after the end of a block, %s', async (_when, later, span) => {
  const lane = openLane()
  await refuse(lane, 45009)
  await pass(minute + later)

  expect(await refuse(lane, 45009)).toMatchObject({ retryAt: Date.now() + span + 1 })
  await pass()
  expect(lane.messages.at(-1)).toMatchObject({ blockedMs: span })
})

test('behavior: a block that another process reported ends the waits of this process', async () => {
  const lane = openLane()
  lane.answer = () => ({ granted: [], blockedMs: 20_000, errmsg: 'api freq out of limit' })
  const retryAt = Date.now() + 20_001
  const call = lane.start()
  const error = { errcode: 45009, errmsg: 'api freq out of limit', retryAt }
  await expect(call.result).rejects.toMatchObject(error)
  await expect(lane.start().result).rejects.toMatchObject(error)
  await pass(hour)

  expect(lane.messages).toHaveLength(1)
})

test('behavior: a longer block in the reply of Redis replaces the block of this process', async () => {
  const lane = openLane()
  lane.answer = ({ blockedMs }) => (blockedMs > 0 ? { blockedMs: hour } : {})
  await refuse(lane, 45009)
  await pass()

  await expect(lane.start().result).rejects.toMatchObject({ errcode: 45009, retryAt: Date.now() + hour + 1 })
})

test('behavior: 45009 soon after a block of another process blocks the endpoint for an hour', async () => {
  const lane = openLane()
  lane.answer = () => ({ blockedMs: -30_000 })

  expect(await refuse(lane, 45009)).toMatchObject({ retryAt: Date.now() + hour + 1 })
})

test('behavior: a block that could not be reported is reported when Redis is back', async () => {
  const lane = openLane()
  const call = lane.start()
  await pass()
  lane.answer = () => {
    throw new Error('connection lost')
  }
  call.end(refusal(45009))
  await expect(call.result).rejects.toMatchObject({ errcode: 45009 })
  await pass(2_000)
  const failed = lane.messages.length
  lane.answer = () => ({})
  await pass(2_000)

  const [report] = lane.messages.slice(failed)
  expect(report).toMatchObject({ errmsg: 'refused' })
  expect(report?.blockedMs).toBeGreaterThan(minute - 5_000)
})

test('behavior: a call that waits when a block ends keeps waiting', async () => {
  const lane = openLane()
  lane.answer = () => ({ granted: [], blockedMs: 0 })
  const call = lane.start()
  await pass()
  lane.answer = () => ({})
  await pass(50)

  expect(call.isSent()).toBe(true)
})

test('behavior: a block of this process stays when a reply that is older than the block arrives', async () => {
  const lane = openLane()
  const call = lane.start()
  await pass()
  const reply = Promise.withResolvers<object>()
  lane.answer = () => reply.promise
  lane.start()
  await pass()
  call.end(refusal(45009))
  await expect(call.result).rejects.toMatchObject({ errcode: 45009 })
  reply.resolve({ blockedMs: -1, granted: [] })
  await pass()

  await expect(lane.start().result).rejects.toMatchObject({ errcode: 45009, errmsg: 'refused' })
})

test.each([-2 * hour, 2 * hour])(
  'behavior: a block lasts a minute although the clock changes by %i ms',
  async (change) => {
    const lane = openLane()
    await refuse(lane, 45009)
    await pass()
    vi.setSystemTime(Date.now() + change)
    await pass(minute - 1)
    await expect(lane.start().result).rejects.toMatchObject({ errcode: 45009, retryAt: Date.now() + 2 })
    await pass(1)
    const call = lane.start()
    await pass()

    expect(call.isSent()).toBe(true)
  },
)
