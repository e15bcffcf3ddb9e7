import { expect, test, vi } from 'vitest'
import { memoryDedupeStore } from '../dedupe/memoryDedupeStore.ts'
import type { CallbackEvent } from '../events/CallbackEvent.ts'
import { settings } from '../fixtures/requests.ts'
import type { CallbackHandlerOptions, EventHandler } from './CallbackHandlerOptions.ts'
import { createDelivery } from './createDelivery.ts'

const event: CallbackEvent = { unknown: { MsgType: 'text' } }
const context = { receiveId: 'ww1', agentId: undefined, message: '<xml/>' }

/**
 * Creates a function `deliver` that delivers the same event on every call, and the event handler `onEvent` for this
 * event. The first call of `onEvent` lasts until the test resolves or rejects `work`. `errors` contains the errors that
 * `onError` received.
 */
function createWork(options: Partial<CallbackHandlerOptions> = {}): {
  readonly deliver: () => Promise<boolean>
  readonly onEvent: EventHandler<CallbackEvent>
  readonly work: PromiseWithResolvers<void>
  readonly errors: unknown[]
} {
  const work = Promise.withResolvers<void>()
  const onEvent = vi.fn<EventHandler<CallbackEvent>>().mockReturnValueOnce(work.promise)
  const errors: unknown[] = []
  const deliver = createDelivery({ ...settings, on: {}, onEvent, onError: (error) => errors.push(error), ...options })
  return { deliver: () => deliver(event, context).done, onEvent, work, errors }
}

test('deliveries during the work: all succeed when the work does, not before', async () => {
  const { deliver, onEvent, work } = createWork()
  const ended = vi.fn<() => void>()
  const both = [deliver(), deliver().finally(ended)]
  await vi.waitFor(() => expect(onEvent).toHaveBeenCalled(), 20_000)
  const third = deliver()
  expect(ended).not.toHaveBeenCalled()
  work.resolve()

  expect(await Promise.all([...both, third])).toEqual([true, true, true])
  expect(await deliver()).toBe(true)
  expect(onEvent).toHaveBeenCalledOnce()
})

test('deliveries during the work: all fail if the work does, reported once, and the next one is handled again', async () => {
  const { deliver, onEvent, work, errors } = createWork()
  const both = [deliver(), deliver()]
  await vi.waitFor(() => expect(onEvent).toHaveBeenCalled(), 20_000)
  const third = deliver()
  work.reject(new Error('broken'))

  expect(await Promise.all([...both, third])).toEqual([false, false, false])
  expect(errors).toMatchObject([{ message: 'broken' }])
  expect(onEvent).toHaveBeenCalledOnce()
  expect(await deliver()).toBe(true)
  expect(onEvent).toHaveBeenCalledTimes(2)
})

test('deliveries during the work to another process count as done, because the store does not know the outcome', async () => {
  const dedupe = memoryDedupeStore()
  const [one, two] = [createWork({ dedupe }), createWork({ dedupe })]
  const first = one.deliver()
  await vi.waitFor(() => expect(one.onEvent).toHaveBeenCalled(), 20_000)

  expect(await two.deliver()).toBe(true)
  expect(two.onEvent).not.toHaveBeenCalled()
  one.work.resolve()
  expect(await first).toBe(true)
})
