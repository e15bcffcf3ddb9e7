import { getEventListeners } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openLane, pass, refusal } from '../fixtures/openLane.ts'

// Each test chooses the replies of Redis. Tests with a real Redis are in sharing.services.test.ts.

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('default: one message asks for the place of a call, and one reports its end 2 ms later', async () => {
  const { messages, start } = openLane()
  const call = start()
  await pass()
  expect(call.isSent()).toBe(true)
  call.end()
  expect(await call.result).toBe('done')
  await pass(3_600_000)

  const limits = { lease: 9_000, concurrency: 2, width: 2, epoch: 0, epochOf45033: -1, blockedMs: 0, errmsg: '' }
  const message = { id: 'p1', ...limits, active: 0, changesRelations: false, relationsInUse: [] }
  expect(messages).toEqual([
    { at: 0, ...message, worked: 0, waitingCalls: [''] },
    { at: 2, ...message, worked: 1, waitingCalls: [] },
  ])
})

test('default: calls that start at the same moment share a message, which asks for no more than the limit', async () => {
  const { messages, start } = openLane({ concurrency: 12 })
  const calls = Array.from({ length: 13 }, () => start())
  await pass(9)

  expect(messages).toHaveLength(1)
  expect(messages[0]?.waitingCalls).toHaveLength(12)
  expect(calls.map(({ isSent }) => isSent())).toEqual([...Array.from({ length: 12 }, () => true), false])
})

test('behavior: the end of a call is reported 2 ms later, even if another call ends meanwhile', async () => {
  const { messages, start } = openLane()
  const calls = [start(), start()]
  await pass()
  calls[0]?.end()
  await pass(1)
  calls[1]?.end()
  await pass(10)

  expect(messages.slice(1)).toMatchObject([{ at: 2, active: 0, worked: 2 }])
})

test('behavior: one message reports the end of a call and asks for the place of the next one', async () => {
  const { messages, start } = openLane()
  const first = start()
  await pass()
  first.end()
  await pass(1)
  start()
  await pass(5)

  expect(messages).toMatchObject([
    { at: 0, waitingCalls: [''] },
    { at: 1, worked: 1, waitingCalls: [''] },
  ])
})

test('behavior: while a reply is missing no second message is sent; the next one follows at once', async () => {
  const lane = openLane()
  const reply = Promise.withResolvers<object>()
  lane.answer = () => reply.promise
  lane.start()
  await pass(1)
  const second = lane.start()
  await pass(100)
  expect(lane.messages).toHaveLength(1)
  reply.resolve({})
  await pass()

  expect(lane.messages).toMatchObject([{ at: 0 }, { at: 101, active: 1, waitingCalls: [''] }])
  expect(second.isSent()).toBe(true)
})

test('behavior: only calls with a place are sent', async () => {
  const lane = openLane()
  lane.answer = () => ({ granted: [1] })
  const calls = [lane.start(), lane.start()]
  await pass()

  expect(calls.map(({ isSent }) => isSent())).toEqual([false, true])
})

test('behavior: a waiting call asks every 15 to 50 ms, less and less often until a call gets a place', async () => {
  const lane = openLane()
  lane.answer = () => ({ granted: [] })
  lane.start()
  lane.start()
  await pass(400)
  const waits = lane.messages.slice(1).map(({ at }, index) => at - (lane.messages[index]?.at ?? 0))
  expect(waits[0]).toBe(15)
  expect(waits).toEqual(waits.toSorted((a, b) => a - b))
  expect(waits.slice(4)).toEqual([50, 50, 50, 50, 50])

  let places = 1
  lane.answer = () => ({ granted: places-- > 0 ? [0] : [] })
  const count = lane.messages.length
  await pass(100)
  const [place, ...later] = lane.messages.slice(count).map(({ at }) => at)
  expect(later.slice(0, 2).map((at) => at - (place ?? 0))).toEqual([10, 25])
})

test('behavior: calls under way are reported three times in the lease', async () => {
  const { messages, start } = openLane()
  const call = start()
  await pass(6_500)
  expect(messages).toMatchObject([
    { at: 0 },
    { at: 3_000, active: 1, waitingCalls: [] },
    { at: 6_000, active: 1, waitingCalls: [] },
  ])
  call.end()
  await pass(60_000)

  expect(messages.slice(3)).toMatchObject([{ at: 6_502, active: 0, worked: 1 }])
})

test('behavior: the end of a call is reported at once if another call waits', async () => {
  const lane = openLane({ concurrency: 1 })
  const first = lane.start()
  lane.answer = ({ active }) => ({ granted: active === 0 ? [0] : [] })
  const second = lane.start()
  await pass(1)
  const count = lane.messages.length
  first.end()
  await pass()

  expect(lane.messages.slice(count)).toMatchObject([{ at: 1, active: 0, worked: 1, waitingCalls: [''] }])
  expect(second.isSent()).toBe(true)
})

test('behavior: an error of a call that is not a limit of WeCom reaches the caller, and changes no limit', async () => {
  const { messages, start } = openLane()
  for (const error of [new TypeError('fetch failed'), refusal(-1), { kind: 'api', errcode: 45009 }, null]) {
    const call = start()
    await pass()
    call.end(error)
    await expect(call.result).rejects.toBe(error)
    await pass(10)
  }

  expect(messages).toHaveLength(8)
  for (const message of messages) expect(message).toMatchObject({ worked: 0, epochOf45033: -1, blockedMs: 0 })
})

test('behavior: a follow relation is held while a call changes it, and then freed for the next call', async () => {
  const { messages, start } = openLane()
  const first = start('zhangsan wm1')
  const second = start('zhangsan wm1')
  await pass(1)
  expect([first.isSent(), second.isSent()]).toEqual([true, false])
  expect(messages[0]).toMatchObject({ changesRelations: true, relationsInUse: [], waitingCalls: ['zhangsan wm1'] })
  const count = messages.length
  first.end()
  await pass(100)

  expect(messages[count]).toMatchObject({ changesRelations: true, relationsInUse: [], waitingCalls: ['zhangsan wm1'] })
  expect(second.isSent()).toBe(true)
  const third = start()
  await pass()
  expect(messages.at(-1)).toMatchObject({
    changesRelations: true,
    relationsInUse: ['zhangsan wm1'],
    waitingCalls: [''],
  })
  expect(third.isSent()).toBe(true)
})

test('behavior: an abort ends the wait of a call, which no longer asks for a place', async () => {
  const lane = openLane()
  lane.answer = () => ({ granted: [] })
  const controller = new AbortController()
  const call = lane.start('', controller.signal)
  await pass()
  controller.abort()
  await expect(call.result).rejects.toThrow('aborted')
  await pass(60_000)

  expect(lane.messages).toMatchObject([{ waitingCalls: [''] }, { waitingCalls: [] }])
})

test('behavior: a call whose signal is already aborted asks for nothing', async () => {
  const { messages, start } = openLane()
  await expect(start('', AbortSignal.abort()).result).rejects.toThrow('aborted')
  await pass(100)

  expect(messages).toEqual([])
})

test('behavior: a place for a call that was aborted meanwhile is given back at once', async () => {
  const lane = openLane()
  const reply = Promise.withResolvers<object>()
  lane.answer = () => reply.promise
  const controller = new AbortController()
  const call = lane.start('zhangsan wm1', controller.signal)
  await pass()
  controller.abort()
  await expect(call.result).rejects.toThrow('aborted')
  reply.resolve({ granted: [0] })
  await pass()

  expect(call.isSent()).toBe(false)
  expect(lane.messages.slice(1)).toMatchObject([
    { active: 0, worked: 0, changesRelations: true, relationsInUse: [], waitingCalls: [] },
  ])
  await pass(60_000)
  expect(lane.messages).toHaveLength(2)
})

test('behavior: a signal that outlives its calls collects no listeners', async () => {
  const { start } = openLane()
  const { signal } = new AbortController()
  const calls = [start('', signal), start('', signal)]
  expect(getEventListeners(signal, 'abort')).toHaveLength(2)
  await pass()
  for (const call of calls) call.end()
  await Promise.all(calls.map(({ result }) => result))

  expect(getEventListeners(signal, 'abort')).toEqual([])
})

test('behavior: a place that the message did not ask for changes nothing', async () => {
  const lane = openLane()
  lane.answer = () => ({ granted: [7] })
  const call = lane.start()
  await pass()
  expect(call.isSent()).toBe(false)
  lane.answer = () => ({})
  await pass(50)

  expect(call.isSent()).toBe(true)
})
