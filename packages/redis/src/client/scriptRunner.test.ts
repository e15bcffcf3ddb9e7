import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { redisDedupeStore } from '../dedupe/redisDedupeStore.ts'
import { redisTokenStore } from '../token/redisTokenStore.ts'
import type { IoRedisClient } from './RedisClient.ts'
import { scriptRunner } from './scriptRunner.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const script = 'return 1'

function clientThatReplies(reply: Promise<unknown>): IoRedisClient {
  return { eval: () => reply, evalsha: () => reply }
}

const unused = (): Promise<unknown> => expect.fail('undo was called')

test.each(['resolve', 'reject'] as const)(
  'error: a command without a reply fails after two seconds, and is undone; again after a late %s',
  async (settle) => {
    const reply = Promise.withResolvers<unknown>()
    const undo = vi.fn<() => Promise<unknown>>(async () => 1)
    const outcome = expect(
      scriptRunner('test', clientThatReplies(reply.promise))(script, [], [], undo),
    ).rejects.toMatchObject({ name: 'TimeoutError', message: 'Redis did not reply within 2000 ms' })
    await vi.advanceTimersByTimeAsync(1_999)
    expect(undo).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    await outcome
    expect(undo).toHaveBeenCalledOnce()

    reply[settle](new Error('closed'))
    await vi.advanceTimersByTimeAsync(0)
    expect(undo).toHaveBeenCalledTimes(2)
  },
)

test('error: a command that fails is undone once, and a failure of that is ignored', async () => {
  const client = clientThatReplies(Promise.reject(new Error('Socket closed unexpectedly')))
  const undo = vi.fn<() => Promise<unknown>>(() => Promise.reject(new Error('closed')))

  await expect(scriptRunner('test', client)(script, [], [], undo)).rejects.toThrow('Socket closed unexpectedly')
  await vi.advanceTimersByTimeAsync(5_000)
  expect(undo).toHaveBeenCalledOnce()
})

test('behavior: a reply in time leaves no timer', async () => {
  expect(await scriptRunner('test', clientThatReplies(Promise.resolve(1)))(script, [], [], unused)).toBe(1)

  expect(vi.getTimerCount()).toBe(0)
})

test.each([0, -1, 1.5, Number.NaN, Infinity])('error: a timeout of %d is refused', (timeout) => {
  const client = clientThatReplies(Promise.resolve(1))

  expect(() => redisTokenStore(client, { timeout })).toThrow(
    `redisTokenStore: timeout must be a positive integer, got ${timeout}`,
  )
  expect(() => redisDedupeStore(client, { timeout })).toThrow('redisDedupeStore: timeout must be a positive integer')
})
