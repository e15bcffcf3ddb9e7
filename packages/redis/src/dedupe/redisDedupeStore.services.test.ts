import type { DedupeStore } from '@wecom/callback'
import { testDedupeStore } from '@wecom/callback/testing'
import { describe, test } from 'vitest'
import { libraries, openRedis, sleep } from '../fixtures/openRedis.ts'
import { redisDedupeStore } from './redisDedupeStore.ts'

const redis = openRedis()

describe.each(libraries)('%s', (library) => {
  const createStore = async (): Promise<DedupeStore> =>
    redisDedupeStore(await redis().connect(library), { prefix: `${crypto.randomUUID()}:` })
  testDedupeStore(createStore, { test: test.concurrent, wait: sleep })
})
