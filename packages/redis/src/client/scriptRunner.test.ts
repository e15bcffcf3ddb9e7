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

test('error: a command without a reply fails after two seconds, and onLate receives a late reply', async () => {
  const reply = Promise.withResolvers<unknown>()
  const client = clientThatReplies(reply.promise)
  const onLate = vi.fn<(reply: unknown) => void>()
  const outcome = expect(scriptRunner('test', client)(script, [], [], onLate)).rejects.toMatchObject({
    name: 'TimeoutError',
    message: 'Redis did not reply within 2000 ms',
  })
  await vi.advanceTimersByTimeAsync(2_000)
  await outcome
  expect(onLate).not.toHaveBeenCalled()

  reply.resolve(7)
  await vi.advanceTimersByTimeAsync(0)
  expect(onLate).toHaveBeenCalledWith(7)
})

test('behavior: a reply in time leaves no timer', async () => {
  expect(await scriptRunner('test', clientThatReplies(Promise.resolve(1)))(script, [], [])).toBe(1)

  expect(vi.getTimerCount()).toBe(0)
})

test.each([0, -1, 1.5, Number.NaN, Infinity])('error: a timeout of %d is refused', (timeout) => {
  const client = clientThatReplies(Promise.resolve(1))

  expect(() => redisTokenStore(client, { timeout })).toThrow(
    `redisTokenStore: timeout must be a positive integer, got ${timeout}`,
  )
  expect(() => redisDedupeStore(client, { timeout })).toThrow('redisDedupeStore: timeout must be a positive integer')
})
