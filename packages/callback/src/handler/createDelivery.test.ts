import { expect, test, vi } from 'vitest'
import type { DedupeStore } from '../dedupe/DedupeStore.ts'
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

test.each([
  ['by another process', false, async () => {}],
  ['by the same process', true, async () => {}],
  ['by another process, and delete fails too', false, () => Promise.reject(new Error('redis is down'))],
  ['by the same process, and delete fails too', true, () => Promise.reject(new Error('redis is down'))],
] as const)('if add fails for an event that was handled %s, its key stays', async (_what, isSame, forget) => {
  const shared = memoryDedupeStore()
  const add = vi.fn<DedupeStore['add']>(shared.add)
  const remove = vi.fn<DedupeStore['delete']>(shared.delete).mockImplementationOnce(async (...key) => {
    await forget()
    await shared.delete(...key)
  })
  const [failing, other] = [createWork({ dedupe: { add, delete: remove } }), createWork({ dedupe: shared })]
  const first = isSame ? failing : other
  for (const { work } of [failing, other]) work.resolve()
  expect(await first.deliver()).toBe(true)
  add.mockRejectedValueOnce(new Error('Socket closed unexpectedly'))
  expect(await failing.deliver()).toBe(false)
  await vi.waitFor(() => expect(remove).toHaveBeenCalledOnce(), 20_000)

  for (const { deliver } of [failing, other]) expect(await deliver()).toBe(true)
  expect(first.onEvent).toHaveBeenCalledOnce()
  expect((isSame ? other : failing).onEvent).not.toHaveBeenCalled()
})

test('if add sets the key but fails, and delete fails too, the next delivery is handled', async () => {
  const shared = memoryDedupeStore()
  const lost = new Error('Socket closed unexpectedly')
  const add = vi.fn<DedupeStore['add']>(shared.add).mockImplementationOnce(async (...key) => {
    await shared.add(...key)
    throw lost
  })
  const remove = vi.fn<DedupeStore['delete']>(shared.delete).mockRejectedValueOnce(lost)
  const [failing, other] = [createWork({ dedupe: { add, delete: remove } }), createWork({ dedupe: shared })]
  failing.work.resolve()
  expect(await failing.deliver()).toBe(false)
  await vi.waitFor(() => expect(remove).toHaveBeenCalledOnce(), 20_000)

  for (const { deliver } of [failing, other]) expect(await deliver()).toBe(true)
  expect(failing.onEvent).toHaveBeenCalledOnce()
  expect(other.onEvent).not.toHaveBeenCalled()
})
