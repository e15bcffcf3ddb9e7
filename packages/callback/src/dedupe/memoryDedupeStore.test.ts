import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { testDedupeStore } from '../testing/testDedupeStore.ts'
import type { DedupeStore } from './DedupeStore.ts'
import { memoryDedupeStore } from './memoryDedupeStore.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

testDedupeStore(memoryDedupeStore, { test, wait: (milliseconds) => vi.advanceTimersByTimeAsync(milliseconds) })

function storeWithoutOwners(): DedupeStore {
  const store = memoryDedupeStore()
  return { add: (key, ttl) => store.add(key, ttl), delete: (key) => store.delete(key) }
}

describe('a store that ignores owners', () => {
  testDedupeStore(storeWithoutOwners, { test, wait: (milliseconds) => vi.advanceTimersByTimeAsync(milliseconds) })
})

test('expired keys are removed, not only ignored', async () => {
  const store = memoryDedupeStore()
  await store.add('expired', 1_000)
  const dropped = vi.spyOn(Map.prototype, 'delete')
  await vi.advanceTimersByTimeAsync(1_000)
  await store.add('other', 1_000)

  expect(dropped).toHaveBeenCalledWith('expired')
})

test('with more than 100 000 keys the oldest are removed', async () => {
  const store = memoryDedupeStore()
  for (let count = 0; count <= 100_000; count++) await store.add(`key ${count}`, 10_000)

  expect(await store.add('key 1', 10_000)).toBe(false)
  expect(await store.add('key 0', 10_000)).toBe(true)
})
