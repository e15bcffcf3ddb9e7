import { expect, test } from 'vitest'
import type { RedisClient } from '../client/RedisClient.ts'
import { redisCallLimiter } from './redisCallLimiter.ts'

const client: RedisClient = { eval: async () => undefined, evalsha: async () => undefined }

test.each([
  [{ concurrency: 0 }, 'redisCallLimiter: concurrency must be a positive integer, got 0'],
  [{ lease: 1.5 }, 'redisCallLimiter: lease must be a positive integer, got 1.5'],
  [{ timeout: Number.NaN }, 'redisCallLimiter: timeout must be a positive integer, got NaN'],
  [{ corpId: '' }, 'redisCallLimiter: corpId must be the id of the corp whose calls it limits'],
])('error: %o', (options, message) => {
  expect(() => redisCallLimiter(client, { corpId: 'ww1', ...options })).toThrow(message)
})
