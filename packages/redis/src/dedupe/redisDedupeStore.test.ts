import { expect, test, vi } from 'vitest'
import type { IoRedisClient } from '../client/RedisClient.ts'
import { redisDedupeStore } from './redisDedupeStore.ts'

test('default: keys have no prefix, and a time is in whole milliseconds from 1 on', async () => {
  const run = vi.fn<IoRedisClient['eval']>(async () => 1)
  const store = redisDedupeStore({ eval: run, evalsha: run })
  await store.add('event', 99.6)
  await store.add('event', 0.2)
  await store.delete('event')

  const id = expect.stringMatching(/^[0-9a-f-]{36}$/) as string
  expect(run.mock.calls.map(([, ...sent]) => sent)).toEqual([
    [1, 'event', id, '100'],
    [1, 'event', id, '1'],
    [1, 'event'],
  ])
  expect(run.mock.calls[0]?.[3]).not.toBe(run.mock.calls[1]?.[3])
})
