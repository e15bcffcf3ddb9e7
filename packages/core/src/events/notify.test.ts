import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createTestClient } from '../testing/createTestClient.ts'
import { sampleEndpoint } from '../testing/fixtures/sampleEndpoint.ts'

const printed = vi.fn<typeof console.error>()

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(printed)
})
afterEach(() => {
  vi.restoreAllMocks()
  printed.mockClear()
})

const ok = { errcode: 0, errmsg: 'ok', value: 1 }
const misfit = { errcode: 0, errmsg: 'ok', value: 'one' }
const problem = new Error('the log is full')

const listeners: Record<string, () => unknown> = {
  'throws an error': () => {
    throw problem
  },
  'rejects at once': () => Promise.reject(problem),
  'rejects later': async () => {
    await Promise.resolve()
    throw problem
  },
}

const cases = Object.keys(listeners).flatMap((name) =>
  (['onEvent', 'onMismatch'] as const).map((listener) => [listener, name] as const),
)

test.each(cases)('behavior: %s that %s fails no call and is logged once', async (name, how) => {
  const listener = vi.fn<() => unknown>(listeners[how])
  const { client, sent } = createTestClient([misfit, misfit], { strict: false, [name]: listener })

  expect(await client.request(sampleEndpoint('send'), { id: 'a' })).toEqual({ value: 'one' })
  expect(await client.request(sampleEndpoint('send'), { id: 'a' })).toEqual({ value: 'one' })
  await vi.waitFor(() => expect(printed).toHaveBeenCalled(), 20_000)

  expect(listener.mock.calls.length).toBeGreaterThan(1)
  expect(sent).toHaveLength(2)
  expect(printed.mock.calls).toEqual([['@wecom/core: a listener failed, logged once:', problem]])
})

test('behavior: the first error of each listener is logged', async () => {
  const { client } = createTestClient([misfit], {
    strict: false,
    onEvent: () => Promise.reject(new Error('one')),
    onMismatch: () => Promise.reject(new Error('two')),
  })
  await client.request(sampleEndpoint('read'), { id: 'a' })
  await vi.waitFor(() => expect(printed).toHaveBeenCalledTimes(2), 20_000)

  expect(printed.mock.calls.map(([, error]) => String(error)).toSorted()).toEqual(['Error: one', 'Error: two'])
})

test('behavior: an async listener is not awaited, and its success is not logged', async () => {
  const { client } = createTestClient([ok], { onEvent: () => new Promise(() => undefined) })

  expect(await client.request(sampleEndpoint('read'), { id: 'a' })).toEqual({ value: 1 })
  expect(printed).not.toHaveBeenCalled()
})
