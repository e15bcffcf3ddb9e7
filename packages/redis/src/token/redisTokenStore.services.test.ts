import { testSharedTokenStore, testTokenStore } from '@wecom/core/testing'
import { describe, test } from 'vitest'
import { libraries, openRedis, sleep } from '../fixtures/openRedis.ts'
import { redisTokenStore } from './redisTokenStore.ts'

const redis = openRedis()

describe.each(libraries)('%s', (library) => {
  const createStore = async () => redisTokenStore(await redis().connect(library), { prefix: `${crypto.randomUUID()}:` })
  testTokenStore(createStore, { test: test.concurrent, wait: sleep })
  testSharedTokenStore(createStore, { test: test.concurrent, wait: sleep })
})
