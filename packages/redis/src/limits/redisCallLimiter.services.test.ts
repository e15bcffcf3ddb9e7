import { testLimiter } from '@wecom/core/testing'
import { describe, test } from 'vitest'
import { libraries, openRedis, sleep } from '../fixtures/openRedis.ts'
import { redisCallLimiter } from './redisCallLimiter.ts'

const redis = openRedis()

describe.each(libraries)('%s', (library) => {
  testLimiter(
    async (concurrency) =>
      redisCallLimiter(await redis().connect(library), { corpId: crypto.randomUUID(), concurrency }),
    { test: test.concurrent, wait: sleep },
  )
})
